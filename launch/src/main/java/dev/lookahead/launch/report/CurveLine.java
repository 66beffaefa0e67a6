package dev.lookahead.launch.report;

/**
 * A measured curve as it is drawn: its course, pale behind it how far single values strayed.
 *
 * @param name what it is called in the legend
 * @param course the mean values
 * @param noise through the extreme values; the same as the course where every value is in it
 */
public record CurveLine(String name, Curve course, Curve noise) {

  private static final int MIN_POINTS_TO_SMOOTH = 60;
  private static final double SPREAD_PER_POINT = 0.006;

  /** Pure noise turns at two of three points. */
  private static final int TURN_WITHIN = 5;

  /** Whether there are enough values to tell a course from noise, and noise: many turns. */
  boolean noisy() {
    double[] values = course.values();
    int turns = 0;
    for (int i = 2; i < values.length; i++) {
      if ((values[i] - values[i - 1]) * (values[i - 1] - values[i - 2]) < 0) {
        turns++;
      }
    }
    return values.length >= MIN_POINTS_TO_SMOOTH && turns * TURN_WITHIN > values.length;
  }

  /** The line to look at: the course, smoothed if it is noisy. */
  Curve line() {
    return noisy() ? course.smoothed(SPREAD_PER_POINT * course.size()) : course;
  }

  /** The last value of {@link #line}. */
  double last() {
    Curve line = line();
    return line.size() == 0 ? Double.NaN : line.values()[line.size() - 1];
  }
}
