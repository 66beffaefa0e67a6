package dev.lookahead.bridge.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopInboxTest {

  private final LoopInbox inbox = new LoopInbox();

  @Test
  void everySignalIsTakenOnceAndInItsOrder() {
    inbox.signal(SafetySignal.ARM);
    inbox.signal(SafetySignal.HOLD);

    assertThat(inbox.takeSignals()).containsExactly(SafetySignal.ARM, SafetySignal.HOLD);
    assertThat(inbox.takeSignals()).isEmpty();
  }

  @Test
  void ofGoalsTheNewestAreTakenOnce() {
    Goal newer = new Goal(new CameraFrame(1, 1, new byte[] {1, 2, 3}, 0));
    inbox.pursue(List.of(new Goal(new CameraFrame(1, 1, new byte[3], 0))));
    inbox.pursue(List.of(newer));

    assertThat(inbox.takeGoals()).contains(List.of(newer));
    assertThat(inbox.takeGoals()).isEmpty();
  }
}
