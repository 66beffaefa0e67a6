package dev.lookahead.sim.ros1;

/** States and actions are float in Java and float64 in messages; every float survives the way. */
final class StateNumbers {

  private StateNumbers() {}

  static double[] toMessage(float[] values) {
    double[] widened = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      widened[i] = values[i];
    }
    return widened;
  }

  static float[] fromMessage(double[] values) {
    float[] narrowed = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrowed[i] = (float) values[i];
    }
    return narrowed;
  }
}
