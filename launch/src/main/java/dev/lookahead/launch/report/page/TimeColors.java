package dev.lookahead.launch.report.page;

import java.util.Locale;

/**
 * Colours for the course of an episode, from violet through magenta to amber: the darker part of
 * matplotlib's "plasma", which grows evenly in lightness and can be told apart by colour-blind
 * readers.
 */
final class TimeColors {

  private static final int[] STOPS = {0x2a0593, 0x6a00a8, 0xb12a90, 0xe16462, 0xf2844b, 0xfca636};

  private TimeColors() {}

  /**
   * The colour of a moment.
   *
   * @param share of the episode that is over, 0 to 1
   */
  static String at(double share) {
    double position = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
    int stop = Math.min(STOPS.length - 2, (int) position);
    double mix = position - stop;
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        channel(stop, 16, mix),
        channel(stop, 8, mix),
        channel(stop, 0, mix));
  }

  private static int channel(int stop, int shift, double mix) {
    int from = (STOPS[stop] >> shift) & 0xff;
    int to = (STOPS[stop + 1] >> shift) & 0xff;
    return (int) Math.round(from + mix * (to - from));
  }
}
