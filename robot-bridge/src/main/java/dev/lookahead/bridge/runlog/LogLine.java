package dev.lookahead.bridge.runlog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a log: exactly one of the two.
 *
 * @param tick a tick of the loop
 * @param call a turn of the policy; stands before the first tick that began after it was done
 */
public record LogLine(@Nullable TickLine tick, @Nullable CallLine call) {

  /** Refuses a line that is neither or both. */
  public LogLine {
    if ((tick == null) == (call == null)) {
      throw new IllegalArgumentException("a line holds either a tick or a call");
    }
  }

  /** The pictures it speaks of. */
  List<SeenLine> pictures() {
    if (tick != null) {
      return tick.seen() == null ? List.of() : List.of(tick.seen());
    }
    return call == null || call.goals() == null ? List.of() : call.goals();
  }
}
