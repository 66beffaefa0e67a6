package dev.lookahead.bridge.ros1.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RosTimeTest {

  @Test
  void convertsToNanosecondsAndBack() {
    assertThat(RosTime.ofNanos(1_500_000_000L)).isEqualTo(new RosTime(1, 500_000_000));
    assertThat(new RosTime(4_294_967_295L, 999_999_999).toNanos())
        .isEqualTo(4_294_967_295_999_999_999L);
    assertThat(RosDuration.ofNanos(-1)).isEqualTo(new RosDuration(-1, 999_999_999));
    assertThat(RosDuration.ofNanos(-1).toNanos()).isEqualTo(-1);
  }

  @Test
  void refusesWhatTheWireCannotCarry() {
    assertThatIllegalArgumentException().isThrownBy(() -> RosTime.ofNanos(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new RosTime(1L << 32, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> RosDuration.ofNanos(Long.MAX_VALUE));
  }
}
