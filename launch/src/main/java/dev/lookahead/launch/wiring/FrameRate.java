package dev.lookahead.launch.wiring;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.worldmodel.checkpoint.BundleManifest;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a model is used at the rate it learned at. Between two frames that it learned from lies
 * one step of its actions; an action block is a fixed number of such steps and changes nothing
 * about that.
 */
final class FrameRate {

  static final double NANOS_PER_SECOND = 1e9;

  /** A camera of 29.97 frames a second is one of 30. */
  private static final double PERIOD_TOLERANCE = 0.02;

  private FrameRate() {}

  /**
   * Both rates, if they are not the same; empty also if the bundle does not know the model's.
   *
   * @param usedNanos the time of a step where it is used
   * @param where what has this rate, for example {@code this recording}
   */
  static Optional<String> other(BundleManifest model, long usedNanos, String where) {
    long learned = model.framePeriodNanos().orElse(usedNanos);
    return Math.abs(usedNanos - learned) <= PERIOD_TOLERANCE * learned
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "the model learned at %.3f frames per second, %s has %.3f",
                NANOS_PER_SECOND / learned,
                where,
                NANOS_PER_SECOND / usedNanos));
  }

  /**
   * Refuses another rate.
   *
   * @param anyRate whether it is taken all the same
   * @param advice what to do; how to take it all the same is added
   * @throws LaunchFailure naming both rates
   */
  static void require(
      BundleManifest model, long usedNanos, String where, boolean anyRate, String advice) {
    Optional<String> other = anyRate ? Optional.empty() : other(model, usedNanos, where);
    if (other.isPresent()) {
      throw new LaunchFailure(
          ExitCode.USAGE, other.get(), advice + "; to do it all the same, say anyRate=true");
    }
  }
}
