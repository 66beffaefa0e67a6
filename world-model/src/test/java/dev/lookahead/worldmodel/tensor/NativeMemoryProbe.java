package dev.lookahead.worldmodel.tensor;

import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A process of its own that evaluates and trains 10,000 times and prints by how many KiB its
 * resident memory grew between iterations 4,000 and 10,000. Run with a small heap that is touched
 * at the start, so that what grows is native memory.
 */
public final class NativeMemoryProbe {

  private static final int FROM = 4_000;
  private static final int TO = 10_000;

  private NativeMemoryProbe() {}

  public static void main(String[] arguments) throws IOException {
    TensorEngine engine =
        arguments[0].equals("eager") ? new EagerEngine() : new TorchScriptEngine();
    TrainingProgram program = SmallRegression.program();
    ParameterSet parameters = SmallRegression.initial(1);
    long start = 0;
    try (TensorSession session = engine.open(parameters, List.of(new SmallRegression()));
        TrainingSession training =
            engine.train(program, TrainingState.initial(program, parameters))) {
      List<DeviceTensor> inputs =
          program.losses().get(0).inputs().stream().map(session::allocate).toList();
      List<DeviceTensor> batch =
          program.losses().get(0).inputs().stream().map(training::allocate).toList();
      float[] loss = new float[1];
      for (int i = 0; i < TO; i++) {
        SmallRegression.fill(inputs, i);
        SmallRegression.fill(batch, i);
        for (DeviceTensor output : session.run("loss", inputs)) {
          output.read(loss);
          output.close();
        }
        training.step(batch, 1e-3f, 0.99f);
        if (i == FROM) {
          start = residentKib();
        }
      }
      System.out.println("grown " + (residentKib() - start));
    }
  }

  private static long residentKib() throws IOException {
    System.gc();
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("no VmRSS in /proc/self/status");
  }
}
