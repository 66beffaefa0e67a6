package dev.lookahead.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import org.junit.jupiter.api.Test;

class ObservationSlotTest {

  private static final long SECOND = 1_000_000_000;

  private final ObservationSlot slot = new ObservationSlot();

  @Test
  void isEmptyBeforeTheFirst() {
    assertThat(slot.newest()).isEmpty();
  }

  @Test
  void theNewestStampWins() {
    slot.offer(seen(5, 10));
    slot.offer(seen(7, 11));
    slot.offer(seen(6, 12));
    slot.offer(seen(7, 13));

    assertThat(slot.newest()).contains(seen(7, 11));
    assertThat(slot.dropped()).isEqualTo(2);
  }

  @Test
  void aClockThatWasSetBackIsForTheGuardToJudge() {
    slot.offer(seen(5 * SECOND, 1));
    slot.offer(seen(4 * SECOND + 1, 2));
    assertThat(slot.newest()).contains(seen(5 * SECOND, 1));
    slot.offer(seen(4 * SECOND, 3));

    assertThat(slot.newest()).contains(seen(4 * SECOND, 3));
  }

  private static Sighting seen(long stamp, long receipt) {
    return new Sighting(Observation.of(new CameraFrame(1, 1, new byte[3], stamp)), receipt);
  }
}
