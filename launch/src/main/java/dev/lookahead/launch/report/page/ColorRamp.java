package dev.lookahead.launch.report.page;

import java.util.Locale;

/**
 * Colours for what grows, the time in an episode for example, from violet through magenta to amber:
 * the darker part of matplotlib's "plasma", which grows evenly in lightness and can be told apart
 * by colour-blind readers.
 */
public final class ColorRamp {

  private static final int[] STOPS = {0x2a0593, 0x6a00a8, 0xb12a90, 0xe16462, 0xf2844b, 0xfca636};

  private ColorRamp() {}

  /**
   * A colour as a style sheet writes it.
   *
   * @param share of the whole ramp, 0 to 1; values outside are moved to the ends
   */
  public static String at(double share) {
    return String.format(Locale.ROOT, "#%06x", rgb(share));
  }

  /** A colour as {@code 0xrrggbb}. */
  public static int rgb(double share) {
    double position = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
    int stop = Math.min(STOPS.length - 2, (int) position);
    double mix = position - stop;
    return channel(stop, 16, mix) << 16 | channel(stop, 8, mix) << 8 | channel(stop, 0, mix);
  }

  private static int channel(int stop, int shift, double mix) {
    int from = (STOPS[stop] >> shift) & 0xff;
    int to = (STOPS[stop + 1] >> shift) & 0xff;
    return (int) Math.round(from + mix * (to - from));
  }
}
