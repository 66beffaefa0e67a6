package dev.lookahead.sim.fault;

import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.ControlTick;
import java.util.List;
import java.util.Optional;

/**
 * What loop and robot owe when the graph fails: the loop holds as for any camera that falls silent,
 * and the robot is never moved by a command that is old.
 */
final class NetworkJudge {

  private static final long MILLI = 1_000_000L;
  private static final long COMMAND_TIMEOUT_NANOS = 500 * MILLI;

  /** From a step to the word of it here, and from a command to the step that obeys. */
  private static final long STEP_NANOS = 150 * MILLI;

  private static final long MARGIN_NANOS = 20 * MILLI;

  private final NetworkScenario scenario;
  private final TrialRecord trial;
  private final List<RobotStep> steps;
  private final long detectedNanos;

  NetworkJudge(
      NetworkScenario scenario, TrialRecord trial, List<RobotStep> steps, long detectedNanos) {
    this.scenario = scenario;
    this.trial = trial;
    this.steps = steps;
    this.detectedNanos = detectedNanos;
  }

  /**
   * The longest reaction promised; for a master, until it is missed; on a line that only gets
   * worse, the age of the oldest observation moved on.
   */
  static long promisedNanos(NetworkScenario scenario, TrialRecord trial) {
    if (scenario == NetworkScenario.MASTER_RESTART) {
      return NetworkTrial.DETECTED.toNanos();
    }
    long stale = trial.profile().observation().staleNanos();
    return scenario.onlyWorsens() ? stale : stale + trial.timing().periodNanos() + MARGIN_NANOS;
  }

  Verdict verdict() {
    long reaction = reactionNanos();
    Optional<String> violation =
        Optional.<String>empty()
            .or(() -> late(reaction))
            .or(this::movedOnStale)
            .or(this::stoppedOrResumed)
            .or(this::movedByOldCommand);
    return new Verdict(reaction, violation);
  }

  private long reactionNanos() {
    if (scenario == NetworkScenario.MASTER_RESTART) {
      return detectedNanos;
    }
    return trial
        .firstStanding(trial.fromNanos(), Long.MAX_VALUE)
        .map(tick -> tick.sendNanos() - trial.fromNanos())
        // A line that only gets worse may be bad enough later.
        .filter(nanos -> !scenario.onlyWorsens())
        .orElse(oldestMovedOn());
  }

  private long oldestMovedOn() {
    return trial.ticks().stream().filter(trial::moves).mapToLong(trial::ageNanos).max().orElse(0);
  }

  private Optional<String> late(long reaction) {
    long promised = promisedNanos(scenario, trial);
    return reaction > promised
        ? Optional.of("the reaction took %d ms".formatted(reaction / MILLI))
        : Optional.empty();
  }

  private Optional<String> movedOnStale() {
    long stale = trial.profile().observation().staleNanos();
    return oldestMovedOn() > stale
        ? Optional.of("it moved on an observation of %d ms".formatted(oldestMovedOn() / MILLI))
        : Optional.empty();
  }

  /** Stopped for good exactly if images were lost for long enough, else moving again. */
  private Optional<String> stoppedOrResumed() {
    long lost = trial.profile().observation().lostNanos();
    boolean wasLost = trial.ticks().stream().anyMatch(tick -> trial.ageNanos(tick) >= lost);
    boolean stopped = trial.firstStopped().isPresent();
    SafetyState last = last().step().state();
    if (stopped != wasLost) {
      return Optional.of(
          stopped ? "it was stopped though nothing was lost" : "it was never stopped");
    }
    if (stopped && last != SafetyState.STOPPED) {
      return Optional.of("a stop was not latched");
    }
    boolean stands = !stopped && last != SafetyState.ARMED;
    return stands
        ? Optional.of("it did not go on by itself: " + last().step().reasons())
        : Optional.empty();
  }

  private ControlTick last() {
    return trial.ticks().get(trial.ticks().size() - 1);
  }

  /** Each step that moved has a moving command not long before it. */
  private Optional<String> movedByOldCommand() {
    long allowed = COMMAND_TIMEOUT_NANOS + STEP_NANOS + scenario.underWayNanos();
    for (RobotStep step : steps) {
      if (step.moves() && step.nanos() - trial.ticks().get(0).sendNanos() > allowed) {
        long since = step.nanos() - lastMoving(step.nanos());
        if (since > allowed) {
          return Optional.of(
              "the robot was moved %d ms after the last command to".formatted(since / MILLI));
        }
      }
    }
    return Optional.empty();
  }

  private long lastMoving(long before) {
    return trial.ticks().stream()
        .filter(tick -> tick.sendNanos() <= before && trial.moves(tick))
        .mapToLong(ControlTick::sendNanos)
        .max()
        .orElse(trial.ticks().get(0).sendNanos());
  }
}
