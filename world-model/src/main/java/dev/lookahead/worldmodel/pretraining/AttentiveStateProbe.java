package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.objective.PredictionLoss;
import dev.lookahead.worldmodel.probe.Probe;
import dev.lookahead.worldmodel.tensor.AdamW;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.token.AttentivePooler;
import dev.lookahead.worldmodel.token.AttentiveProbe;
import dev.lookahead.worldmodel.training.LearningRateSchedule;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * The attentive probe of V-JEPA (Bardes et al. 2024, section 3.2) as a regression: a learned query
 * attends to the frozen tokens, and an affine map reads the quantities off what it finds. Its
 * latents are all tokens of a frame, one after another. Trained on the squared error with AdamW.
 *
 * @param engine what computes
 * @param tokens of a frame N
 * @param width of a token D
 * @param heads of the attention, a divisor of width
 * @param epochs passes over the data, at least one
 * @param learningRate the peak, after a tenth of the steps
 * @param seed of the initial weights and of the order of the data
 */
public record AttentiveStateProbe(
    TensorEngine engine,
    int tokens,
    int width,
    int heads,
    int epochs,
    float learningRate,
    long seed)
    implements Probe {

  private static final int BATCH = 64;
  private static final int CHANNELS_PER_HEAD = 32;
  private static final float NORM_EPSILON = 1e-6f;
  private static final float WEIGHT_DECAY = 0.01f;

  /** Checks the extents. */
  public AttentiveStateProbe {
    if (tokens < 1 || epochs < 1) {
      throw new IllegalArgumentException(
          "tokens and epochs are at least 1, got %d and %d".formatted(tokens, epochs));
    }
  }

  /** One with heads of about 32 channels. */
  public static AttentiveStateProbe of(
      TensorEngine engine, int tokens, int width, int epochs, float learningRate, long seed) {
    int heads = Math.max(1, width / CHANNELS_PER_HEAD);
    while (width % heads != 0) {
      heads--;
    }
    return new AttentiveStateProbe(engine, tokens, width, heads, epochs, learningRate, seed);
  }

  @Override
  public String name() {
    return "attentive";
  }

  @Override
  public UnaryOperator<double[][]> fit(double[][] latents, double[][] targets) {
    Read read = new Read(reader(targets[0].length), tokens);
    Misreading error = new Misreading(read);
    TrainingProgram program =
        new TrainingProgram(
            read.reader().parameters(),
            error,
            List.of("error"),
            Map.of(),
            AdamW.defaults().with(WEIGHT_DECAY, 1f));
    SplittableRandom random = new SplittableRandom(seed);
    ParameterSet start = ParameterSet.initialize(program.parameters(), random);
    long steps = Math.max(1, (long) epochs * latents.length / BATCH);
    LearningRateSchedule rate = new LearningRateSchedule(learningRate, steps / 10, steps, 0);
    try (TrainingSession session = engine.train(program, TrainingState.initial(program, start))) {
      List<DeviceTensor> inputs = error.inputs().stream().map(session::allocate).toList();
      int[] rows = new int[BATCH];
      for (long step = 0; step < steps; step++) {
        for (int i = 0; i < BATCH; i++) {
          rows[i] = random.nextInt(latents.length);
        }
        inputs.get(0).write(gathered(latents, rows));
        inputs.get(1).write(gathered(targets, rows));
        session.step(inputs, rate.at(step), 0);
      }
      ParameterSet learned = session.state().parameters();
      return asked -> read(read, learned, asked);
    }
  }

  private double[][] read(Read read, ParameterSet learned, double[][] asked) {
    double[][] found = new double[asked.length][read.reader().outputs()];
    try (TensorSession session = engine.open(learned, List.of(read))) {
      DeviceTensor input = session.allocate(read.inputs().get(0));
      int[] rows = new int[BATCH];
      for (int from = 0; from < asked.length; from += BATCH) {
        for (int i = 0; i < BATCH; i++) {
          // The last batch is filled up with its last row.
          rows[i] = Math.min(asked.length - 1, from + i);
        }
        input.write(gathered(asked, rows));
        try (DeviceTensor output = session.run(read.name(), List.of(input)).get(0)) {
          float[] values = output.toArray();
          for (int i = 0; i < values.length; i++) {
            int row = rows[i / read.reader().outputs()];
            found[row][i % read.reader().outputs()] = values[i];
          }
        }
      }
    }
    return found;
  }

  private static float[] gathered(double[][] rows, int[] chosen) {
    int length = rows[0].length;
    float[] gathered = new float[chosen.length * length];
    for (int i = 0; i < gathered.length; i++) {
      gathered[i] = (float) rows[chosen[i / length]][i % length];
    }
    return gathered;
  }

  private AttentiveProbe reader(int outputs) {
    return new AttentiveProbe(
        new AttentivePooler(width, 0, heads, 2 * width, NORM_EPSILON), outputs);
  }

  /** Tokens [B, N, D] to quantities [B, Q]. */
  private record Read(AttentiveProbe reader, int tokens) implements TensorFunction {

    @Override
    public String name() {
      return "read";
    }

    @Override
    public List<TensorSpec> inputs() {
      return List.of(TensorSpec.floats("tokens", BATCH, tokens, reader.pooler().width()));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      return List.of(reader.apply(ops, weights, inputs.get(0)));
    }
  }

  /** The squared error of what is read. */
  private record Misreading(Read read) implements TensorFunction {

    @Override
    public String name() {
      return "error";
    }

    @Override
    public List<TensorSpec> inputs() {
      return List.of(
          read.inputs().get(0), TensorSpec.floats("quantities", BATCH, read.reader().outputs()));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      T found = read.apply(ops, weights, inputs).get(0);
      return List.of(PredictionLoss.L2.apply(ops, found, inputs.get(1)));
    }
  }
}
