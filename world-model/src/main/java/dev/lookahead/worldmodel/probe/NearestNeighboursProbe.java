package dev.lookahead.worldmodel.probe;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * The mean over the nearest latents that were seen, in Euclidean distance.
 *
 * @param neighbours how many, at least one
 */
public record NearestNeighboursProbe(int neighbours) implements Probe {

  /** Checks the number. */
  public NearestNeighboursProbe {
    if (neighbours < 1) {
      throw new IllegalArgumentException("neighbours is at least 1, got " + neighbours);
    }
  }

  @Override
  public String name() {
    return neighbours + "-NN";
  }

  @Override
  public UnaryOperator<double[][]> fit(double[][] latents, double[][] targets) {
    return asked ->
        Arrays.stream(asked).map(latent -> mean(latents, targets, latent)).toArray(double[][]::new);
  }

  private double[] mean(double[][] latents, double[][] targets, double[] latent) {
    int count = Math.min(neighbours, latents.length);
    double[] distances = new double[count];
    int[] nearest = new int[count];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    for (int i = 0; i < latents.length; i++) {
      double distance = squaredDistance(latents[i], latent, distances[count - 1]);
      if (distance < distances[count - 1]) {
        int at = count - 1;
        for (; at > 0 && distances[at - 1] > distance; at--) {
          distances[at] = distances[at - 1];
          nearest[at] = nearest[at - 1];
        }
        distances[at] = distance;
        nearest[at] = i;
      }
    }
    double[] mean = new double[targets[0].length];
    for (int index : nearest) {
      for (int q = 0; q < mean.length; q++) {
        mean[q] += targets[index][q] / count;
      }
    }
    return mean;
  }

  /** Stops adding once it is clear that the limit is passed. */
  private static double squaredDistance(double[] a, double[] b, double limit) {
    double sum = 0;
    for (int i = 0; i < a.length && sum < limit; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }
}
