package dev.lookahead.bridge.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObservationWatchTest {

  private static final ObservationLimits LIMITS = ObservationLimits.forCamera(Seen.nanos(50));
  private static final long HOUR = 3_600_000;

  private ObservationWatch watch = ObservationWatch.begin();

  @Test
  void nothingSeenYetIsAsGoodAsLost() {
    assertThat(watch.ageNanos(0)).isEqualTo(Long.MAX_VALUE);
    assertThat(reasons(0)).containsExactly(SafetyReason.LOST_OBSERVATION);
  }

  @Test
  void anObservationGrowsStaleAndThenIsLost() {
    see(Seen.at(1000));

    assertThat(reasons(1200)).isEmpty();
    assertThat(watch.reasons(Seen.nanos(1200) + 1, LIMITS))
        .containsExactly(SafetyReason.STALE_OBSERVATION);
    assertThat(watch.reasons(Seen.nanos(2000) - 1, LIMITS))
        .containsExactly(SafetyReason.STALE_OBSERVATION);
    assertThat(reasons(2000)).containsExactly(SafetyReason.LOST_OBSERVATION);
  }

  @Test
  void theSameSightingAgainChangesNothing() {
    see(Seen.at(1000));
    ObservationWatch before = watch;
    see(Seen.at(1000));

    assertThat(watch).isSameAs(before);
  }

  @Test
  void framesThatAreLateOrComeTwiceAreDroppedAndCounted() {
    see(Seen.at(1000));
    see(Seen.at(1050));
    see(Seen.of(1050, 1060, 1));
    see(Seen.of(1000, 1070, 1));

    assertThat(watch.newest()).contains(Seen.at(1050));
    assertThat(watch.dropped()).isEqualTo(2);
    assertThat(watch.refused()).isZero();
  }

  @Test
  void aFrameTooFarInTheFutureIsRefusedAndCounted() {
    see(Seen.at(1000));
    see(Seen.of(1150, 1050, 1));
    assertThat(watch.newest()).contains(Seen.of(1150, 1050, 1));
    see(Seen.of(1301, 1100, 2));

    assertThat(watch.newest()).contains(Seen.of(1150, 1050, 1));
    assertThat(watch.refused()).isEqualTo(1);
    assertThat(watch.dropped()).isZero();
  }

  @Test
  void delayCountsAsAge() {
    see(Seen.at(1000));
    see(Seen.of(1050, 1250, 1));

    assertThat(watch.ageNanos(Seen.nanos(1260)))
        .isBetween(Seen.nanos(210) - 30_000, Seen.nanos(210));
    assertThat(reasons(1260)).containsExactly(SafetyReason.STALE_OBSERVATION);
  }

  @Test
  void aClockThatRunsALittleSlowIsNoDelay() {
    for (long i = 0; i < 36_000; i++) {
      long stamp = Seen.nanos(100 * i);
      long receipt = stamp + stamp / 11_000;
      watch = watch.then(shifted(stamp, receipt), false, LIMITS);
      assertThat(watch.ageNanos(receipt)).isLessThan(1_000);
    }
  }

  @Test
  void aClockThatRunsTenTimesAsSlowGrowsStale() {
    for (long i = 0; i < 3_000; i++) {
      long stamp = Seen.nanos(100 * i);
      watch = watch.then(shifted(stamp, stamp + stamp / 1_000), false, LIMITS);
    }

    assertThat(watch.newest().orElseThrow().observation().stampNanos())
        .isEqualTo(Seen.nanos(299_900));
    assertThat(watch.ageNanos(Seen.nanos(300_200))).isGreaterThan(Seen.nanos(200));
  }

  @Test
  void aClockSetForwardCountsOnceItsStampsFollowEachOtherForAWhile() {
    assertThat(recovery(HOUR)).isEqualTo(500);
    assertThat(watch.refused()).isEqualTo(10);
  }

  @Test
  void aClockSetBackCountsOnceItsStampsFollowEachOtherForAWhile() {
    assertThat(recovery(-HOUR)).isEqualTo(500);
    assertThat(watch.dropped()).isEqualTo(10);
    assertThat(watch.outlier()).isEmpty();
  }

  @Test
  void stampsThatJumpAboutNeverCount() {
    see(Seen.at(1000));
    for (int i = 1; i < 100; i++) {
      see(Seen.of(HOUR * (1 + i % 3) + 50L * i, 1000 + 50L * i, i));
    }

    assertThat(watch.newest()).contains(Seen.at(1000));
    assertThat(watch.refused()).isEqualTo(99);
  }

  @Test
  void stampsThatStandStillNeverCount() {
    see(Seen.at(1000));
    for (int i = 1; i < 100; i++) {
      see(Seen.of(HOUR, 1000 + 50L * i, i));
    }

    assertThat(watch.newest()).contains(Seen.at(1000));
  }

  @Test
  void aGoodFrameInBetweenBeginsTheWaitAnew() {
    see(Seen.at(1000));
    for (int i = 1; i < 100; i++) {
      see(i % 8 == 0 ? Seen.at(1000 + 50L * i) : Seen.of(HOUR + 50L * i, 1000 + 50L * i, i));
    }

    assertThat(watch.clockChanges()).isZero();
  }

  @Test
  void tenFramesOfTheSamePixelsInMotionAreAStuckCamera() {
    see(Seen.of(0, 0, 7));
    for (int i = 1; i <= 9; i++) {
      watch = watch.then(Seen.of(50L * i, 50L * i, 7), true, LIMITS);
      assertThat(reasons(50L * i)).isEmpty();
    }
    watch = watch.then(Seen.of(500, 500, 7), true, LIMITS);
    assertThat(reasons(500)).containsExactly(SafetyReason.STUCK_CAMERA);
    watch = watch.then(Seen.of(550, 550, 7), false, LIMITS);
    assertThat(reasons(550)).containsExactly(SafetyReason.STUCK_CAMERA);
    watch = watch.then(Seen.of(600, 600, 8), true, LIMITS);
    assertThat(reasons(600)).isEmpty();
    assertThat(watch.sameFrames()).isZero();
  }

  @Test
  void aRobotThatStandsMaySeeTheSamePixels() {
    for (int i = 0; i < 100; i++) {
      see(Seen.of(50L * i, 50L * i, 7));
    }

    assertThat(watch.sameFrames()).isZero();
  }

  @Test
  void withoutALimitTheSamePixelsNeverMeanAStuckCamera() {
    see(Seen.of(0, 0, 7));
    ObservationLimits none = ObservationLimits.none();
    for (int i = 1; i <= 100; i++) {
      watch = watch.then(Seen.of(50L * i, 50L * i, 7), true, none);
    }

    assertThat(watch.reasons(0, none)).isEmpty();
  }

  @Test
  void picturesOfAnotherShapeAreNotTheSame() {
    Sighting wide = new Sighting(Observation.of(new CameraFrame(2, 1, new byte[6], 0)), 0);
    Sighting tall = new Sighting(Observation.of(new CameraFrame(1, 2, new byte[6], 1)), 1);

    assertThat(wide.samePixels(tall)).isFalse();
    assertThat(wide.samePixels(wide)).isTrue();
  }

  /** Milliseconds from the first frame of a clock set by {@code jump} until its frames count. */
  private long recovery(long jump) {
    for (int i = 0; i < 10; i++) {
      see(Seen.at(2 * HOUR + 50L * i));
    }
    for (int i = 10; i < 100; i++) {
      see(Seen.of(2 * HOUR + jump + 50L * i, 2 * HOUR + 50L * i, i));
      if (watch.clockChanges() == 1) {
        assertThat(watch.ageNanos(Seen.nanos(2 * HOUR + 50L * i))).isZero();
        return 50L * (i - 10);
      }
    }
    return Long.MAX_VALUE;
  }

  private static Sighting shifted(long stampNanos, long receiptNanos) {
    return new Sighting(
        Observation.of(new CameraFrame(1, 1, new byte[3], stampNanos)), receiptNanos);
  }

  private void see(Sighting sighting) {
    watch = watch.then(sighting, false, LIMITS);
  }

  private Set<SafetyReason> reasons(long millis) {
    return watch.reasons(Seen.nanos(millis), LIMITS);
  }
}
