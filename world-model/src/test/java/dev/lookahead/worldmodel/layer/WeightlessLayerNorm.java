package dev.lookahead.worldmodel.layer;

/** The LayerNorm that V-JEPA 2-AC puts behind every prediction, in plain Java as a reference. */
public final class WeightlessLayerNorm {

  private WeightlessLayerNorm() {}

  /**
   * Normalises every token in place.
   *
   * @param tokens [..., width]
   */
  public static void normalize(float[] tokens, int width) {
    for (int from = 0; from < tokens.length; from += width) {
      double mean = 0;
      double square = 0;
      for (int i = from; i < from + width; i++) {
        mean += tokens[i] / width;
        square += (double) tokens[i] * tokens[i] / width;
      }
      double std = Math.sqrt(square - mean * mean + LayerNorm.PYTORCH_EPSILON);
      for (int i = from; i < from + width; i++) {
        tokens[i] = (float) ((tokens[i] - mean) / std);
      }
    }
  }
}
