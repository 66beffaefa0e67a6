package dev.lookahead.bridge.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SafetyProfileTest {

  private static final ActionSpace SPACE =
      new ActionSpace(List.of(new ActionAxis("v", "m/s", -1, 1)));

  @Test
  void theDefaultsAreThoseOfTheTimingPromise() {
    SafetyProfile profile = SafetyProfile.of(SPACE, Seen.nanos(33));

    assertThat(profile.limits()).isEqualTo(GuardLimits.of(SPACE));
    assertThat(profile.observation()).isEqualTo(ObservationLimits.forCamera(Seen.nanos(33)));
    assertThat(profile.operator()).isEqualTo(OperatorRules.defaults());
    assertThat(profile.settings())
        .isEqualTo(new SafetySettings(Seen.nanos(1000), Seen.nanos(2000)));
  }

  @Test
  void aSimulatedCameraMayShowTheSamePictureForEver() {
    SafetyProfile real = SafetyProfile.of(SPACE, Seen.nanos(33));

    assertThat(SafetyProfile.ofSimulated(SPACE, Seen.nanos(33)))
        .isEqualTo(
            new SafetyProfile(
                real.limits(),
                Optional.empty(),
                real.safeAction(),
                real.observation().withStuckFrames(0),
                real.operator(),
                real.settings()));
    assertThat(real.observation().withStuckFrames(0))
        .isEqualTo(
            new ObservationLimits(
                Seen.nanos(200), Seen.nanos(1000), Seen.nanos(100), Seen.nanos(500), 0));
  }

  @Test
  void aWorldThatWaitsIsNeverLateNorStuckNorSilent() {
    SafetyProfile profile = SafetyProfile.turnBased(SPACE);

    assertThat(profile.observation().lostNanos()).isEqualTo(Long.MAX_VALUE);
    assertThat(profile.observation().stuckFrames()).isZero();
    assertThat(profile.settings()).isEqualTo(new SafetySettings(Seen.nanos(1000), Long.MAX_VALUE));
  }

  @Test
  void refusesASafeActionThatDoesNotFit() {
    SafetyProfile profile = SafetyProfile.turnBased(SPACE);

    assertThatThrownBy(
            () ->
                new SafetyProfile(
                    profile.limits(),
                    Optional.empty(),
                    new SafeAction.Fixed(new Action(2)),
                    profile.observation(),
                    profile.operator(),
                    profile.settings()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesTimesOutOfRange() {
    assertThat(new SafetySettings(2_000_000_000L, 1).planLostNanos()).isEqualTo(2_000_000_000L);
    assertThat(new SafetySettings(1, 1).planLostNanos()).isOne();
    for (long value : new long[] {0, 2_000_000_001L}) {
      assertThatThrownBy(() -> new SafetySettings(value, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("planLostNanos must be from 1 to 2000000000, got " + value);
    }
    assertThatThrownBy(() -> new SafetySettings(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stopSendingNanos must be at least 1, got 0");
  }
}
