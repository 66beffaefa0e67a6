package dev.lookahead.bridge.runlog;

import dev.lookahead.bridge.guard.GuardedAction;
import dev.lookahead.bridge.guard.SafetyMachine;
import dev.lookahead.bridge.guard.SafetyStep;
import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.episode.DataException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the decisions of a recorded run again: has a policy take the same turns with the same
 * observations and as many iterations, and the safety machine decide on what the policy wants now.
 *
 * <p>The policy must have been made as that of the run was: same model, settings, seed and goal. A
 * turn on which the policy threw cannot be repeated, because what it left behind is unknown; from
 * there on, and where the log ends before an answer, the recorded wishes are taken. One replay per
 * instance.
 */
public final class RunReplay {

  private final RecordedRun run;
  private final ReplayedPolicy policy;
  private long calls;
  private long ticks;
  private long actions;
  private Optional<String> difference = Optional.empty();
  private Optional<String> ended = Optional.empty();

  /**
   * @param policy made with {@code clock} as its clock and listener
   */
  public RunReplay(RecordedRun run, Policy policy, ReplayClock clock) {
    this.run = run;
    this.policy = new ReplayedPolicy(policy, clock);
  }

  /**
   * Replays everything.
   *
   * @throws DataException if a frame that is needed was not kept or is damaged
   */
  public ReplayReport replay() {
    callAgain();
    decideAgain();
    return new ReplayReport(ticks, calls, actions, difference, ended);
  }

  private void callAgain() {
    Map<Long, SeenLine> seen =
        SeenByTick.of(run.lines(), run.header().safetyProfile().observation());
    for (LogLine line : run.lines()) {
      CallLine call = line.call();
      if (call == null) {
        continue;
      }
      SeenLine at = seen.get(call.tick());
      if (call.failure() != null || at == null) {
        ended =
            Optional.of(
                "the policy %s at tick %d"
                    .formatted(
                        at == null ? "was asked without an observation" : "threw", call.tick()));
        return;
      }
      Optional<Action> wanted =
          policy.take(call, run.sighting(at).observation(), goals(call.goals()));
      calls++;
      compare("call of tick " + call.tick(), Floats.optional(call.wanted()), wanted);
    }
  }

  private void decideAgain() {
    SafetyMachine machine = SafetyMachine.begin(run.header().safetyProfile(), beganNanos());
    for (LogLine line : run.lines()) {
      TickLine tick = line.tick();
      if (tick == null) {
        continue;
      }
      if (tick.seen() != null) {
        machine = machine.seen(run.sighting(tick.seen()));
      }
      Optional<Action> offered = policy.offered(tick);
      compare("offer of tick " + tick.index(), Floats.optional(tick.wanted()), offered);
      SafetyStep step = machine.step(tick.inputs(offered));
      machine = step.next();
      ticks++;
      compare("state of tick " + tick.index(), tick.state(), step.state());
      compare(
          "action of tick " + tick.index(),
          Floats.optional(tick.sent()),
          step.sent().map(GuardedAction::action));
      actions += step.sent().isPresent() ? 1 : 0;
    }
  }

  private Optional<List<Goal>> goals(@Nullable List<SeenLine> pictures) {
    return Optional.ofNullable(pictures)
        .map(
            lines ->
                lines.stream()
                    .map(line -> new Goal(run.sighting(line).observation().frame()))
                    .toList());
  }

  /** The first tick is due a period after the loop has begun. */
  private long beganNanos() {
    return run.lines().stream()
        .map(LogLine::tick)
        .filter(Objects::nonNull)
        .findFirst()
        .map(first -> first.dueNanos() - run.header().timing().periodNanos())
        .orElse(0L);
  }

  private void compare(String what, Object recorded, Object now) {
    if (difference.isEmpty() && !recorded.equals(now)) {
      difference = Optional.of("%s: recorded %s, replayed %s".formatted(what, recorded, now));
    }
  }
}
