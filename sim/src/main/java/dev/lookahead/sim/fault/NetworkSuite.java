package dev.lookahead.sim.fault;

import dev.lookahead.bridge.fault.network.NetworkFault;
import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.sim.Simulator;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets the graph between the control loop and a simulated robot fail: sockets on the loopback
 * interface, our own master, real time. What other programs do on the machine shows in the times.
 */
public final class NetworkSuite {

  private static final Duration BACK = Duration.ofSeconds(10);

  /** Pools let go of idle threads after a minute. */
  private static final Duration SETTLED = Duration.ofSeconds(75);

  private static final int WARM_UP_CYCLES = 5;
  private static final int RESTART_EVERY = 5;

  private final NodeSources sources;
  private final Supplier<? extends Simulator> simulators;
  private final NetworkSettings settings;

  /**
   * @param sources real time; the suite draws nothing from their chance
   * @param simulators gives a world for each robot, in the robot's time steps
   */
  public NetworkSuite(
      NodeSources sources, Supplier<? extends Simulator> simulators, NetworkSettings settings) {
    this.sources = sources;
    this.simulators = simulators;
    this.settings = settings;
  }

  /**
   * Tries one fault as often as set.
   *
   * @param stopRequested asked before every trial
   * @throws IOException if the graph cannot even be set up
   */
  public FaultOutcome run(NetworkScenario scenario, BooleanSupplier stopRequested)
      throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(settings.seed() ^ scenario.name().hashCode());
    int trials = 0;
    int held = 0;
    long worst = 0;
    long promised = 0;
    Optional<String> first = Optional.empty();
    while (trials < settings.trials() && !stopRequested.getAsBoolean()) {
      try (NetworkLab lab = new NetworkLab(sources, simulators, settings, random.split())) {
        Verdict verdict = new NetworkTrial(scenario, lab, random).run();
        promised = NetworkJudge.promisedNanos(scenario, lab.record(0, 0));
        worst = Math.max(worst, verdict.reactionNanos());
        held += verdict.violation().isEmpty() ? 1 : 0;
        int number = trials;
        first = first.or(() -> verdict.violation().map(v -> "trial " + number + ": " + v));
      }
      trials++;
    }
    return new FaultOutcome(
        scenario.name(),
        scenario.number(),
        scenario.description(),
        trials,
        held,
        worst,
        promised,
        first);
  }

  /**
   * Lets the graph fail many times in a row and counts what is left over. The reaction told is the
   * longest time until all was back; promised are five seconds, and no thread or socket more than
   * before.
   *
   * @param cycles how often
   * @throws IOException if the graph cannot even be set up, or the system tells no counts
   */
  public FaultOutcome leaks(int cycles, BooleanSupplier stopRequested)
      throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(settings.seed());
    try (NetworkLab lab = new NetworkLab(sources, simulators, settings, random)) {
      for (int cycle = 0; cycle < WARM_UP_CYCLES; cycle++) {
        cycle(lab, cycle);
      }
      ProcessUse before = lab.use();
      int done = 0;
      long worst = 0;
      while (done < cycles && !stopRequested.getAsBoolean()) {
        worst = Math.max(worst, cycle(lab, done));
        done++;
      }
      Optional<String> left = leftOver(lab, before);
      boolean slow = worst > NetworkTrial.RETURNED.toNanos();
      return new FaultOutcome(
          "LEAKS",
          "F11",
          "threads and sockets after outages in a row",
          done,
          left.isEmpty() && !slow ? done : 0,
          worst,
          NetworkTrial.RETURNED.toNanos(),
          left.or(() -> slow ? Optional.of("it took too long to be back") : Optional.empty()));
    }
  }

  private static Optional<String> leftOver(NetworkLab lab, ProcessUse before)
      throws IOException, InterruptedException {
    ProcessUse now = lab.use();
    for (int tried = 0; tried < SETTLED.toSeconds(); tried++) {
      if (now.threads() <= before.threads() && now.descriptors() <= before.descriptors()) {
        return Optional.empty();
      }
      Thread.sleep(1_000);
      now = lab.use();
    }
    return Optional.of(
        "%d threads and %d descriptors became %d and %d"
            .formatted(before.threads(), before.descriptors(), now.threads(), now.descriptors()));
  }

  /** One outage of one of four kinds; returns how long it took until all was back. */
  private static long cycle(NetworkLab lab, int number) throws IOException, InterruptedException {
    boolean restart = number % RESTART_EVERY == RESTART_EVERY - 1;
    if (restart) {
      lab.endRobot();
      lab.endMaster();
      lab.restartMaster();
      lab.restartRobot();
    } else {
      lab.network().apply(number % 2 == 0 ? new NetworkFault.Reset() : new NetworkFault.Down());
      Thread.sleep(20);
      lab.network().apply(new NetworkFault.None());
    }
    long began = lab.nanos();
    boolean back =
        lab.await(
            () -> lab.newestReceiptNanos() > began && lab.isHeard() && lab.isRegistered(), BACK);
    lab.forget();
    if (!back) {
      throw new IOException("outage " + number + ": the graph was not back after " + BACK);
    }
    return lab.nanos() - began;
  }
}
