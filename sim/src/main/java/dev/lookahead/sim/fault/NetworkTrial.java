package dev.lookahead.sim.fault;

import dev.lookahead.bridge.fault.network.NetworkFault;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.SafetyState;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;

/** One failure of the graph, and how loop and robot come through it. */
final class NetworkTrial {

  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration AFTERWARDS = Duration.ofMillis(1_500);
  private static final long MILLI = 1_000_000L;

  /** What is promised of noticing, and of finding each other again. */
  static final Duration DETECTED = Duration.ofSeconds(2);

  static final Duration RETURNED = Duration.ofSeconds(5);

  private final NetworkScenario scenario;
  private final NetworkLab lab;
  private final long durationMillis;

  NetworkTrial(NetworkScenario scenario, NetworkLab lab, SplittableRandom random) {
    this.scenario = scenario;
    this.lab = lab;
    // Half of them are shorter than the time after which the robot is stopped for good.
    boolean brief = random.nextBoolean();
    boolean mustLast = scenario == NetworkScenario.MASTER_RESTART;
    this.durationMillis =
        mustLast
            ? random.nextLong(2_500, 4_000)
            : brief ? random.nextLong(100, 700) : random.nextLong(1_200, 4_000);
  }

  /** Runs it on a lab that was just set up. */
  Verdict run() throws IOException, InterruptedException {
    arm();
    Thread.sleep(AFTERWARDS.toMillis());
    lab.forget();
    Thread.sleep(500);
    long from = lab.nanos();
    begin();
    long detected = masterNoticed(from);
    Thread.sleep(Math.max(0, durationMillis - (lab.nanos() - from) / MILLI));
    end();
    long until = lab.nanos();
    boolean back = lab.await(() -> isBack(until), RETURNED);
    long returnedNanos = lab.nanos() - until;
    if (!back) {
      return Verdict.broken(
          returnedNanos, "nothing was back %d s after the fault".formatted(RETURNED.toSeconds()));
    }
    Thread.sleep(AFTERWARDS.toMillis());
    NetworkJudge judge = new NetworkJudge(scenario, lab.record(from, until), lab.steps(), detected);
    Verdict verdict = judge.verdict();
    return verdict.violation().isPresent() ? verdict : rearmed(verdict);
  }

  private void arm() throws InterruptedException, IOException {
    lab.await(lab::isHeard, WARM_UP);
    lab.signal(SafetySignal.ARM);
    if (!lab.await(() -> lab.state() == SafetyState.ARMED, WARM_UP)) {
      throw new IOException("the loop cannot be armed before the fault: it is " + lab.state());
    }
  }

  private void begin() throws IOException {
    if (scenario.fault().isPresent()) {
      lab.network().apply(scenario.fault().get());
    }
    if (scenario.replacesRobot()) {
      lab.endRobot();
    }
    if (scenario == NetworkScenario.HALF_OPEN) {
      // Behind the partition: what the master tells the loop of it is lost as well.
      lab.restartRobot();
    }
    if (scenario == NetworkScenario.MASTER_RESTART) {
      lab.endMaster();
    }
  }

  /** How long the loop's node took to notice that its master is gone; 0 if it is not. */
  private long masterNoticed(long from) throws InterruptedException {
    if (scenario != NetworkScenario.MASTER_RESTART) {
      return 0;
    }
    lab.await(() -> !lab.believesInMaster(), DETECTED);
    return lab.nanos() - from;
  }

  private void end() throws IOException {
    if (scenario == NetworkScenario.MASTER_RESTART) {
      lab.restartMaster();
    }
    if (scenario == NetworkScenario.ROBOT_RESTART) {
      lab.restartRobot();
    }
    lab.network().apply(new NetworkFault.None());
  }

  private boolean isBack(long until) {
    return lab.newestReceiptNanos() > until && lab.isHeard() && lab.isRegistered();
  }

  /** A robot that was stopped moves again once it is armed anew, and not before. */
  private Verdict rearmed(Verdict verdict) throws InterruptedException {
    if (lab.state() != SafetyState.STOPPED) {
      return verdict;
    }
    lab.signal(SafetySignal.DISARM);
    lab.await(() -> lab.state() == SafetyState.DISARMED, DETECTED);
    lab.signal(SafetySignal.ARM);
    boolean moves = lab.await(() -> lab.state() == SafetyState.ARMED, DETECTED);
    return moves
        ? verdict
        : Verdict.broken(verdict.reactionNanos(), "it could not be armed anew: " + lab.state());
  }
}
