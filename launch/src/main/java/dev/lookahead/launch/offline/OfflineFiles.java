package dev.lookahead.launch.offline;

import dev.lookahead.launch.report.JsonText;
import dev.lookahead.planner.evaluation.AxisScore;
import dev.lookahead.worldmodel.evaluation.rollout.Counterfactual;
import dev.lookahead.worldmodel.evaluation.rollout.Geometry;
import dev.lookahead.worldmodel.evaluation.rollout.HorizonPoint;
import dev.lookahead.worldmodel.evaluation.rollout.RankShare;
import dev.lookahead.worldmodel.file.PendingFile;
import dev.lookahead.worldmodel.probe.ProbeScore;
import dev.lookahead.worldmodel.statistics.Interval;
import dev.lookahead.worldmodel.statistics.Matrix;
import dev.lookahead.worldmodel.statistics.RocCurve;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Results as files: {@code results.json} with everything and {@code results.csv} with one line per
 * figure. Neither holds a date or a duration: equal results give equal bytes.
 */
public final class OfflineFiles {

  private static final List<String> QUANTILES = List.of("10 %", "50 %", "90 %");

  private OfflineFiles() {}

  /** Writes the files into a folder. */
  public static void write(Path folder, OfflineResults results, Verdict verdict)
      throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("verdict", verdict);
    all.put("trustedSteps", results.trustedSteps());
    all.put("results", results);
    put(folder, "results.json", JsonText.pretty(all) + "\n");
    put(folder, "results.csv", csv(results));
  }

  private static void put(Path folder, String name, String text) throws IOException {
    PendingFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String csv(OfflineResults results) {
    StringBuilder csv = new StringBuilder("figure,at,unit,estimate,low,high\n");
    line(csv, "episodes measured", "", "1", results.rollouts().episodes());
    line(csv, "episodes refused", "", "1", results.refused().size());
    for (HorizonPoint point : results.rollouts().curve()) {
      String at = point.blocks() + " blocks";
      line(csv, "latent error", at, "latent distance", point.error());
      for (int i = 0; i < point.quantiles().size(); i++) {
        String quantile = "latent error, quantile " + QUANTILES.get(i);
        line(csv, quantile, at, "latent distance", point.quantiles().get(i));
      }
      line(csv, "copy-last error", at, "latent distance", point.copyError());
      line(csv, "gain over copy-last", at, "latent distance", point.gain());
      line(csv, "error of copy-last", at, "share", point.ofCopy());
      line(csv, "error of random pairs", at, "share", point.ofRandom());
    }
    for (Counterfactual one : results.rollouts().counterfactuals()) {
      String told = one.forecast().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      line(csv, "error with other actions", told, "times", one.ratio());
      line(csv, "excess error with other actions", told, "latent distance", one.excess());
    }
    for (RankShare rank : results.rollouts().ranks()) {
      line(csv, "recorded action among best", rank.percent() + " %", "share", rank.share());
    }
    for (AxisScore axis : results.actionScores()) {
      line(csv, "planned action error", axis.axis(), axis.unit(), axis.planned());
      line(csv, "random action error", axis.axis(), axis.unit(), axis.random());
      line(csv, "zero action error", axis.axis(), axis.unit(), axis.still());
      line(csv, "action skill", axis.axis(), "1", axis.skill());
    }
    line(csv, "surprise ROC area", "teleports", "1", results.rollouts().teleports());
    line(csv, "surprise ROC area", "swaps", "1", results.rollouts().swaps());
    geometry(csv, results.rollouts().geometry());
    for (Interval correlation : results.rollouts().geometry().stateCorrelation()) {
      line(csv, "latent and state distance", "Spearman", "1", correlation);
    }
    for (ProbeScore score : results.rollouts().probes()) {
      String at = score.probe() + " of " + score.quantity();
      line(csv, "probe R2", at, "1", score.r2());
      line(csv, "probe RMSE", at, "unit of the state", score.rmse());
    }
    for (EpisodeFigures episode : results.worstFirst()) {
      String at = "episode " + episode.episode();
      line(csv, "latent error", at, "latent distance", episode.error());
      line(csv, "error of copy-last", at, "share", episode.ofCopy());
      line(
          csv, "latent error of the worst rollout", at, "latent distance", episode.greatestError());
      line(csv, "rank of the recorded action", at, "share", episode.meanRank());
    }
    results.rollouts().landscape().forEach(energy -> landscape(csv, energy));
    roc(csv, "teleports", results.teleportCurve());
    roc(csv, "swaps", results.swapCurve());
    return csv.toString();
  }

  private static void geometry(StringBuilder csv, Geometry geometry) {
    line(csv, "effective rank", "", "1", geometry.collapse().effectiveRank());
    line(csv, "mean std", "", "latent distance", geometry.collapse().meanStd());
    line(csv, "isotropy", "", "1", geometry.isotropy());
    line(csv, "straightness", "", "cosine", geometry.straightness());
    line(csv, "distance of random pairs", "", "latent distance", geometry.randomDistance());
  }

  private static void landscape(StringBuilder csv, Matrix energy) {
    for (int row = 0; row < energy.rows(); row++) {
      for (int column = 0; column < energy.columns(); column++) {
        String at = "row %d column %d".formatted(row, column);
        line(csv, "energy", at, "latent distance", energy.get(row, column));
      }
    }
  }

  private static void roc(StringBuilder csv, String edit, RocCurve curve) {
    for (int i = 0; i < curve.hits().size(); i++) {
      String at =
          String.format(Locale.ROOT, "%s at %.2f false alarms", edit, curve.falseAlarms().get(i));
      line(csv, "surprise hits", at, "share", curve.hits().get(i));
    }
  }

  /** A figure without an interval. */
  private static void line(StringBuilder csv, String figure, String at, String unit, double value) {
    csv.append(quoted(figure)).append(',').append(quoted(at)).append(',').append(quoted(unit));
    csv.append(',').append(value).append(",,\n");
  }

  private static void line(
      StringBuilder csv, String figure, String at, String unit, Interval interval) {
    if (!interval.known()) {
      line(csv, figure, at, unit, interval.estimate());
      return;
    }
    csv.append(quoted(figure)).append(',').append(quoted(at)).append(',').append(quoted(unit));
    for (double value : new double[] {interval.estimate(), interval.low(), interval.high()}) {
      csv.append(',').append(value);
    }
    csv.append('\n');
  }

  /** As RFC 4180 wants it, where a comma or a quote needs it. */
  private static String quoted(String text) {
    return text.contains(",") || text.contains("\"")
        ? "\"" + text.replace("\"", "\"\"") + "\""
        : text;
  }
}
