package dev.lookahead.launch.bench;

import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.FlopCounter;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSession;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** How fast the engine multiplies float32 matrices: the roof that every share refers to. */
final class GemmPeak implements AutoCloseable {

  /** From what a predictor does to what a matrix library likes best; 0.3 to 0.6 GFLOP each. */
  private static final List<GemmChain> CHAINS =
      List.of(
          new GemmChain(512, 96, 384, 4),
          new GemmChain(512, 192, 768, 1),
          new GemmChain(2048, 192, 768, 1),
          new GemmChain(512, 512, 512, 1));

  private final Clocks clocks;
  private final List<Running> running = new ArrayList<>();

  private record Running(
      GemmChain chain, TensorSession session, List<DeviceTensor> inputs, long operations) {

    void run() {
      session.run(chain.name(), inputs).forEach(DeviceTensor::close);
    }
  }

  /**
   * What the best size reached.
   *
   * @param wall GFLOP per second of real time
   * @param cpu GFLOP per second of this thread's processor time
   */
  record Speed(double wall, double cpu) {

    static Speed mean(Speed a, Speed b) {
      return new Speed((a.wall + b.wall) / 2, (a.cpu + b.cpu) / 2);
    }
  }

  GemmPeak(TensorEngine engine, Clocks clocks) {
    this.clocks = clocks;
    for (GemmChain chain : CHAINS) {
      TensorSession session =
          engine.open(
              ParameterSet.initialize(chain.parameters(), new SplittableRandom(1)), List.of(chain));
      List<DeviceTensor> inputs = chain.inputs().stream().map(session::allocate).toList();
      RandomInputs.fill(inputs, new SplittableRandom(2));
      long operations = FlopCounter.evaluation(chain, chain.parameters());
      running.add(new Running(chain, session, inputs, operations));
      running.get(running.size() - 1).run();
    }
  }

  /** The sizes rows x in x out. */
  static String sizes() {
    return CHAINS.stream().map(GemmChain::size).collect(Collectors.joining(", "));
  }

  /** Every size as a workload of its own. They borrow from this peak and own nothing. */
  List<Workload> workloads() {
    return running.stream()
        .map(
            each ->
                new Workload(
                    "gemm",
                    each.chain.size(),
                    each.operations,
                    2L * each.chain.pairs(),
                    "products",
                    each::run,
                    () -> {}))
        .toList();
  }

  /** Runs every size once. */
  Speed sample() {
    double wall = 0;
    double cpu = 0;
    for (Running each : running) {
      Clocks.Sample taken = clocks.time(each::run);
      wall = Math.max(wall, (double) each.operations / taken.wallNanos());
      cpu = Math.max(cpu, (double) each.operations / taken.cpuNanos());
    }
    return new Speed(wall, cpu);
  }

  @Override
  public void close() {
    running.forEach(each -> each.session.close());
  }
}
