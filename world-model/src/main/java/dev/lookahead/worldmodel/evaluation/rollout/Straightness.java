package dev.lookahead.worldmodel.evaluation.rollout;

import java.util.ArrayList;
import java.util.List;

/** How straight an episode's path through latent space is (Henaff, Goris and Simoncelli 2019). */
final class Straightness {

  private Straightness() {}

  /** The cosines between successive latent steps of {@code stride} frames; 1 is straight on. */
  static List<Float> cosines(RecordedLatents recorded, int stride) {
    List<Float> cosines = new ArrayList<>();
    for (int frame = 0; frame + 2 * stride < recorded.length(); frame += stride) {
      float[] a = recorded.compared(frame);
      float[] b = recorded.compared(frame + stride);
      float[] c = recorded.compared(frame + 2 * stride);
      double dot = 0;
      double first = 0;
      double second = 0;
      for (int i = 0; i < a.length; i++) {
        double u = b[i] - a[i];
        double v = c[i] - b[i];
        dot += u * v;
        first += u * u;
        second += v * v;
      }
      if (first > 0 && second > 0) {
        cosines.add((float) (dot / Math.sqrt(first * second)));
      }
    }
    return cosines;
  }
}
