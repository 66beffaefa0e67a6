package dev.lookahead.bridge.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.guard.OperatorReports.Report;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever happens in whatever order, what the robot gets is what its state allows. */
class SafetyMachinePropertyTest {

  private static final ActionSpace SPACE =
      new ActionSpace(List.of(new ActionAxis("v", "m/s", -1, 1)));
  private static final Action SAFE = new Action(0);

  private final SplittableRandom random = new SplittableRandom(3);
  private long now = Seen.nanos(1000);

  @Test
  void whatIsSentIsWhatTheStateAllows() {
    SafetyMachine machine = SafetyMachine.begin(SafetyProfile.of(SPACE, Seen.nanos(33)), now);
    int moved = 0;
    for (int i = 0; i < 200_000; i++) {
      now += Seen.nanos(random.nextInt(20) == 0 ? random.nextInt(600) : 50);
      if (random.nextInt(10) > 0) {
        machine = machine.seen(seen());
      }
      SafetyStep step = machine.step(new TickInputs(now, signals(), operator(), offer(), Set.of()));
      machine = step.next();
      Optional<Action> sent = step.sent().map(GuardedAction::action);
      boolean moves = sent.isPresent() && !sent.get().equals(SAFE);
      boolean allowed =
          switch (step.state()) {
            case DISARMED -> sent.isEmpty();
            case ARMED -> step.reasons().isEmpty() && SPACE.contains(sent.orElseThrow());
            case HOLD -> sent.isPresent() && !moves;
            case STOPPED -> !moves;
          };
      moved += moves ? 1 : 0;
      if (!allowed) {
        assertThat(step).describedAs("step %d", i).isNull();
      }
    }
    assertThat(moved).isBetween(10_000, 190_000);
  }

  private Sighting seen() {
    long stamp =
        now + (random.nextInt(30) == 0 ? random.nextLong(-Seen.nanos(9), Seen.nanos(9)) : 0);
    return new Sighting(Seen.of(stamp / 1_000_000, 0, random.nextInt()).observation(), now);
  }

  private List<SafetySignal> signals() {
    List<SafetySignal> signals = new ArrayList<>();
    while (random.nextInt(6) == 0) {
      SafetySignal[] any = SafetySignal.values();
      // Stops are rare, or nothing would ever move.
      SafetySignal signal = any[random.nextInt(any.length)];
      signals.add(signal == SafetySignal.STOP && random.nextInt(9) > 0 ? SafetySignal.ARM : signal);
    }
    return signals;
  }

  private OperatorReports operator() {
    return new OperatorReports(report(200), Optional.empty(), report(100));
  }

  private Optional<Report> report(int rarity) {
    int drawn = random.nextInt(rarity);
    return drawn < 2 ? Optional.of(new Report(drawn == 0, now)) : Optional.empty();
  }

  private Offer offer() {
    if (random.nextInt(20) == 0) {
      return Offer.none();
    }
    float wanted =
        random.nextInt(9) == 0
            ? Float.intBitsToFloat(random.nextInt())
            : (float) random.nextDouble(-2, 2);
    OptionalDouble cost =
        random.nextInt(30) == 0 ? OptionalDouble.of(Double.NaN) : OptionalDouble.of(1);
    return new Offer(Optional.of(new Action(wanted)), cost, random.nextInt(5) > 0);
  }
}
