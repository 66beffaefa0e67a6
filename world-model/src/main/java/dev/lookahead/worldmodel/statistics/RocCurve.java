package dev.lookahead.worldmodel.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The receiver operating characteristic of a score: which share of the positive cases lies above
 * the threshold that a given share of the negative cases exceeds.
 *
 * @param falseAlarms the shares of the negative cases, ascending from 0 to 1
 * @param hits the shares of the positive cases, one for each
 */
public record RocCurve(List<Double> falseAlarms, List<Double> hits) {

  private static final int POINTS = 101;

  /** Copies the lists. */
  public RocCurve {
    falseAlarms = List.copyOf(falseAlarms);
    hits = List.copyOf(hits);
  }

  /**
   * The curve at every percent of false alarms, straight lines between the steps of the scores.
   *
   * @return no points if one of the kinds is absent
   */
  public static RocCurve of(double[] negatives, double[] positives) {
    if (negatives.length == 0 || positives.length == 0) {
      return new RocCurve(List.of(), List.of());
    }
    double[][] corners = corners(negatives, positives);
    List<Double> alarms = new ArrayList<>();
    List<Double> hits = new ArrayList<>();
    int corner = 0;
    for (int i = 0; i < POINTS; i++) {
      double alarm = i / (POINTS - 1.0);
      while (corner + 2 < corners.length && corners[corner + 1][0] <= alarm) {
        corner++;
      }
      double[] from = corners[corner];
      double[] to = corners[corner + 1];
      double share = to[0] > from[0] ? Math.min(1, (alarm - from[0]) / (to[0] - from[0])) : 1;
      alarms.add(alarm);
      hits.add(i == POINTS - 1 ? 1 : from[1] + share * (to[1] - from[1]));
    }
    return new RocCurve(alarms, hits);
  }

  /** The false alarms and hits at every threshold, from none to all; ties make one corner. */
  private static double[][] corners(double[] negatives, double[] positives) {
    double[] no = negatives.clone();
    double[] yes = positives.clone();
    Arrays.sort(no);
    Arrays.sort(yes);
    List<double[]> corners = new ArrayList<>();
    corners.add(new double[] {0, 0});
    int i = no.length - 1;
    int j = yes.length - 1;
    while (i >= 0 || j >= 0) {
      double threshold =
          Math.max(
              i < 0 ? Double.NEGATIVE_INFINITY : no[i], j < 0 ? Double.NEGATIVE_INFINITY : yes[j]);
      while (i >= 0 && no[i] >= threshold) {
        i--;
      }
      while (j >= 0 && yes[j] >= threshold) {
        j--;
      }
      corners.add(
          new double[] {(no.length - 1.0 - i) / no.length, (yes.length - 1.0 - j) / yes.length});
    }
    return corners.toArray(double[][]::new);
  }
}
