package dev.lookahead.bridge.runlog;

import dev.lookahead.bridge.realtime.Turn;
import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A policy that takes its recorded turns again, and what it wanted at each. */
final class ReplayedPolicy {

  private final Policy policy;
  private final ReplayClock clock;
  private final Map<Long, Answer> answers = new HashMap<>();
  private boolean expectsExecuted;

  private record Answer(
      Optional<Action> wanted, Foresight foresight, Map<Integer, ActionSequence> bests) {}

  ReplayedPolicy(Policy policy, ReplayClock clock) {
    this.policy = policy;
    this.clock = clock;
  }

  /** One turn; returns what the policy wants. */
  Optional<Action> take(CallLine call, Observation seen, Optional<List<Goal>> goals) {
    Action before = Floats.action(call.executedBefore());
    if (expectsExecuted) {
      policy.executed(before);
    }
    clock.begin(call.iterations());
    Turn turn =
        new Turn(call.tick(), seen, before, call.asked(), call.interrupt(), call.forget(), goals);
    Optional<Action> wanted = turn.take(policy);
    expectsExecuted = true;
    if (call.asked()) {
      answers.put(call.tick(), new Answer(wanted, policy.foresight(), clock.bests()));
    }
    return wanted;
  }

  /** What a tick offers by the answers of now; as recorded where there is none. */
  Optional<Action> offered(TickLine tick) {
    Answer answer = answers.get(tick.offerTick());
    if (answer == null) {
      return Floats.optional(tick.wanted());
    }
    return switch (tick.source()) {
      case NONE -> Optional.empty();
      case ANSWER -> answer.wanted();
      case BEST_SO_FAR -> bestAfter(answer.bests(), tick.offerIterations());
      case CONTINUED -> step(answer.foresight().actions(), tick.index() - tick.offerTick());
    };
  }

  private static Optional<Action> bestAfter(Map<Integer, ActionSequence> bests, int iterations) {
    return step(
        bests.entrySet().stream()
            .filter(found -> found.getKey() <= iterations)
            .max(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue),
        0);
  }

  private static Optional<Action> step(Optional<ActionSequence> plan, long step) {
    return plan.filter(actions -> step >= 0 && step < actions.steps())
        .map(actions -> actions.action(Math.toIntExact(step)));
  }
}
