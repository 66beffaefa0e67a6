package dev.lookahead.bridge.recording;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What reading an episode shows about its soundness, whatever the format: whether it can be read,
 * how even its clock is, whether the camera was stuck and whether the actions are what they claim.
 *
 * @param source the recording
 */
public record EpisodeCheck(EpisodeSource source) {

  /** Frames may be off their grid by so much of a period before it is worth knowing. */
  private static final double GRID_TOLERANCE = 0.1;

  /** A wait of so many periods is a gap. */
  private static final double GAP_PERIODS = 1.5;

  /** So many equal frames in a row while the robot is told to move look like a stuck camera. */
  private static final int STUCK_FRAMES = 10;

  /** Checks one episode, reading all of it. */
  public List<Finding> check(int number) {
    String where = "episode " + number;
    Episode episode;
    try {
      episode = source.episode(number);
    } catch (DataException damaged) {
      return List.of(Finding.error(where, String.valueOf(damaged.getMessage())));
    }
    List<Finding> findings = new ArrayList<>();
    clock(where, episode, findings);
    camera(where, episode, findings);
    actions(where, episode, findings);
    return findings;
  }

  private void clock(String where, Episode episode, List<Finding> findings) {
    double period = source.spec().framePeriodNanos();
    LongBuffer stamps = episode.stampsNanos();
    int gaps = 0;
    int firstGap = -1;
    int uneven = 0;
    double widest = 0;
    for (int step = 1; step < episode.length(); step++) {
      double interval = stamps.get(step) - stamps.get(step - 1);
      widest = Math.max(widest, interval);
      if (interval > GAP_PERIODS * period) {
        gaps++;
        firstGap = firstGap < 0 ? step : firstGap;
      } else if (Math.abs(interval - period) > GRID_TOLERANCE * period) {
        uneven++;
      }
    }
    if (gaps > 0) {
      findings.add(
          Finding.warning(
              where,
              "%d gaps in time, the first before frame %d, the widest %.3f s where %.3f s are expected"
                  .formatted(gaps, firstGap, widest / 1e9, period / 1e9)));
    }
    if (uneven > 0) {
      findings.add(
          Finding.warning(
              where,
              "%d of %d frames are off the grid of %.3f s by more than %.0f %%"
                  .formatted(uneven, episode.length(), period / 1e9, 100 * GRID_TOLERANCE)));
    }
  }

  private void camera(String where, Episode episode, List<Finding> findings) {
    int bytes = source.spec().frameBytes();
    ByteBuffer frames = episode.frames();
    int equal = 0;
    int longest = 0;
    int equalInAll = 0;
    for (int step = 1; step < episode.length(); step++) {
      boolean same =
          frames.slice(step * bytes, bytes).equals(frames.slice((step - 1) * bytes, bytes));
      equalInAll += same ? 1 : 0;
      equal = same && moves(episode, step - 1) ? equal + 1 : 0;
      longest = Math.max(longest, equal);
    }
    if (equalInAll == episode.length() - 1) {
      findings.add(Finding.error(where, "all %d frames are equal".formatted(episode.length())));
    } else if (longest >= STUCK_FRAMES) {
      findings.add(
          Finding.warning(
              where,
              "%d equal frames in a row while the robot was told to move: was the camera stuck?"
                  .formatted(longest + 1)));
    }
  }

  private static boolean moves(Episode episode, int step) {
    for (float value : episode.action(step).toArray()) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  private void actions(String where, Episode episode, List<Finding> findings) {
    DatasetSpec spec = source.spec();
    for (int axis = 0; axis < spec.actionSize(); axis++) {
      ActionAxis range = spec.actionSpace().axis(axis);
      int outside = 0;
      boolean constant = true;
      for (int step = 0; step < episode.length() - 1; step++) {
        float value = episode.action(step).get(axis);
        outside += value < range.low() || value > range.high() ? 1 : 0;
        constant &= value == episode.action(0).get(axis);
      }
      if (outside > 0) {
        findings.add(
            Finding.warning(
                where,
                "%d of %d actions leave the range of '%s', %s to %s %s"
                    .formatted(
                        outside,
                        episode.length() - 1,
                        range.name(),
                        range.low(),
                        range.high(),
                        range.unit())));
      }
      if (constant && episode.length() > STUCK_FRAMES) {
        findings.add(
            Finding.warning(where, "the action '%s' never changes".formatted(range.name())));
      }
    }
  }
}
