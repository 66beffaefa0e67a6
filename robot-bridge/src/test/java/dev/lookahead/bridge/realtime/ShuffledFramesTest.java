package dev.lookahead.bridge.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ObservationSlot;
import dev.lookahead.bridge.guard.GuardedAction;
import dev.lookahead.bridge.guard.Offer;
import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.SafetyMachine;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.SafetyStep;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.bridge.guard.TickInputs;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Frames that are lost, late, doubled or out of order, against the same stream without them. */
class ShuffledFramesTest {

  private static final long MILLI = 1_000_000;
  private static final int FRAMES = 40;

  @Test
  void theActionsAreThoseOfTheStreamInOrder() {
    SplittableRandom random = new SplittableRandom(12);
    long dropped = 0;
    for (int shuffle = 0; shuffle < 10_000; shuffle++) {
      List<Sighting> arrivals = arrivals(random);
      List<Sighting> inOrder = inOrder(arrivals);
      dropped += arrivals.size() - inOrder.size();

      assertThat(actions(arrivals)).isEqualTo(actions(inOrder));
    }
    assertThat(dropped).isGreaterThan(10_000);
  }

  /** A frame every 20 ms: 5 % lost, 10 % doubled, 20 % up to 90 ms late. */
  private static List<Sighting> arrivals(SplittableRandom random) {
    List<Sighting> arrivals = new ArrayList<>();
    for (int i = 0; i < FRAMES; i++) {
      long stamp = 20 * MILLI * i;
      Observation seen = Observation.of(new CameraFrame(1, 1, new byte[] {(byte) i, 0, 0}, stamp));
      if (i == 0 || random.nextInt(20) > 0) {
        arrivals.add(new Sighting(seen, late(stamp, random)));
      }
      if (random.nextInt(10) == 0) {
        arrivals.add(new Sighting(seen, late(stamp, random)));
      }
    }
    arrivals.sort(Comparator.comparingLong(Sighting::receiptNanos));
    return arrivals;
  }

  private static long late(long stamp, SplittableRandom random) {
    return stamp + 1 + (random.nextInt(5) == 0 ? random.nextLong(90 * MILLI) : 0);
  }

  private static List<Sighting> inOrder(List<Sighting> arrivals) {
    List<Sighting> inOrder = new ArrayList<>();
    long newest = Long.MIN_VALUE;
    for (Sighting seen : arrivals) {
      if (seen.observation().stampNanos() > newest) {
        newest = seen.observation().stampNanos();
        inOrder.add(seen);
      }
    }
    return inOrder;
  }

  /** What is sent at 20 ticks a second by a policy that tells what it saw. */
  private static List<Optional<GuardedAction>> actions(List<Sighting> arrivals) {
    ObservationSlot slot = new ObservationSlot();
    SafetyMachine machine = SafetyMachine.begin(SafetyProfile.of(CameraRobot.SPACE, 20 * MILLI), 0);
    List<Optional<GuardedAction>> sent = new ArrayList<>();
    int next = 0;
    for (long now = 100 * MILLI; now < 20 * MILLI * FRAMES; now += 50 * MILLI) {
      while (next < arrivals.size() && arrivals.get(next).receiptNanos() <= now) {
        slot.offer(arrivals.get(next++));
      }
      machine = machine.seen(slot.newest().orElseThrow());
      float told = machine.newest().orElseThrow().frame().sample(0, 0, 0) / 100f;
      SafetyStep step =
          machine.step(
              new TickInputs(
                  now,
                  List.of(SafetySignal.ARM),
                  OperatorReports.none(),
                  Offer.of(new Action(told)),
                  Set.of()));
      machine = step.next();
      sent.add(step.sent());
    }
    return sent;
  }
}
