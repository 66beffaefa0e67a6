package dev.lookahead.worldmodel.evaluation;

import java.util.Locale;

/**
 * Tells whether an encoder has collapsed: the same latent for every frame, or latents along too few
 * directions.
 *
 * @param minStd the least average standard deviation per dimension, positive
 * @param minEffectiveRank the least effective rank, at least one
 * @param maxCosine the greatest average cosine between two latents, at most one
 */
public record CollapseCheck(double minStd, double minEffectiveRank, double maxCosine) {

  /** Checks the ranges. */
  public CollapseCheck {
    if (!(minStd > 0) || !(minEffectiveRank >= 1) || !(maxCosine <= 1)) {
      throw new IllegalArgumentException(
          "minStd > 0, minEffectiveRank >= 1 and maxCosine <= 1 expected, got "
              + minStd
              + ", "
              + minEffectiveRank
              + ", "
              + maxCosine);
    }
  }

  /** Std 0.02, effective rank 1.5, cosine 0.999: what no useful model has come near. */
  public static CollapseCheck defaults() {
    return new CollapseCheck(0.02, 1.5, 0.999);
  }

  /**
   * Measures and judges.
   *
   * @param latents [n, width] of different frames, row-major; values that are not finite count as
   *     collapsed
   * @param width the extent of a latent
   * @throws IllegalArgumentException if there are fewer than two latents
   */
  public CollapseReport check(float[] latents, int width) {
    int count = latents.length / width;
    if (count < 2 || latents.length % width != 0) {
      throw new IllegalArgumentException(
          "the check needs at least 2 latents of "
              + width
              + " values, got "
              + latents.length
              + " values");
    }
    for (float value : latents) {
      if (!Float.isFinite(value)) {
        return new CollapseReport(0, 0, 1, 1, true, "the latents are not finite");
      }
    }
    double[][] centred = centred(latents, count, width);
    double[] std = std(centred, count, width);
    double meanStd = 0;
    double leastStd = Double.POSITIVE_INFINITY;
    for (double one : std) {
      meanStd += one / width;
      leastStd = Math.min(leastStd, one);
    }
    double rank = EffectiveRank.of(centred);
    double cosine = meanCosine(latents, count, width);
    String reason = reason(meanStd, rank, cosine);
    return new CollapseReport(meanStd, leastStd, rank, cosine, !reason.isEmpty(), reason);
  }

  private String reason(double meanStd, double rank, double cosine) {
    if (meanStd < minStd) {
      return say("the standard deviation per dimension is %.4g, below %.4g", meanStd, minStd);
    }
    if (rank < minEffectiveRank) {
      return say("the effective rank is %.3g, below %.3g", rank, minEffectiveRank);
    }
    if (cosine > maxCosine) {
      return say("the mean cosine between latents is %.5g, above %.5g", cosine, maxCosine);
    }
    return "";
  }

  private static String say(String template, double found, double limit) {
    return String.format(Locale.ROOT, template, found, limit);
  }

  private static double[][] centred(float[] latents, int count, int width) {
    double[] mean = new double[width];
    for (int i = 0; i < latents.length; i++) {
      mean[i % width] += latents[i] / (double) count;
    }
    double[][] centred = new double[count][width];
    for (int i = 0; i < latents.length; i++) {
      centred[i / width][i % width] = latents[i] - mean[i % width];
    }
    return centred;
  }

  private static double[] std(double[][] centred, int count, int width) {
    double[] std = new double[width];
    for (double[] row : centred) {
      for (int j = 0; j < width; j++) {
        std[j] += row[j] * row[j] / (count - 1);
      }
    }
    for (int j = 0; j < width; j++) {
      std[j] = Math.sqrt(std[j]);
    }
    return std;
  }

  /** The squared length of the sum of unit vectors is n plus the sum of cosines over pairs. */
  private static double meanCosine(float[] latents, int count, int width) {
    double[] sum = new double[width];
    for (int i = 0; i < count; i++) {
      double norm = 0;
      for (int j = 0; j < width; j++) {
        norm += (double) latents[i * width + j] * latents[i * width + j];
      }
      for (int j = 0; j < width; j++) {
        sum[j] += norm > 0 ? latents[i * width + j] / Math.sqrt(norm) : 0;
      }
    }
    double square = 0;
    for (double one : sum) {
      square += one * one;
    }
    return (square - count) / ((double) count * (count - 1));
  }
}
