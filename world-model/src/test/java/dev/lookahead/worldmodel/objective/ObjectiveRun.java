package dev.lookahead.worldmodel.objective;

import dev.lookahead.worldmodel.jepa.Encode;
import dev.lookahead.worldmodel.jepa.MovingDot;
import dev.lookahead.worldmodel.jepa.TinyJepa;
import dev.lookahead.worldmodel.tensor.AdamW;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ElementType;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Trains an objective on {@link MovingDot}. */
final class ObjectiveRun {

  /** The targets of an encoder that learns: a frozen one has other inputs. */
  static final Set<TargetEncoder> TRAINED = EnumSet.complementOf(EnumSet.of(TargetEncoder.FROZEN));

  private final TensorEngine engine;
  private final JepaObjective objective;
  private final boolean oneBatch;

  ObjectiveRun(TensorEngine engine, JepaObjective objective, boolean oneBatch) {
    this.engine = engine;
    this.objective = objective;
    this.oneBatch = oneBatch;
  }

  /** Every step's outputs, gradient norm last. */
  record Result(List<float[]> losses, ParameterSet parameters) {}

  Result train(int steps, float learningRate, MomentumSchedule momentum) {
    ParameterSet start = objective.initialize(new SplittableRandom(1));
    var program = objective.program(AdamW.defaults());
    List<float[]> losses = new ArrayList<>();
    try (TrainingSession session = engine.train(program, TrainingState.initial(program, start))) {
      List<DeviceTensor> inputs = objective.inputs().stream().map(session::allocate).toList();
      for (int step = 0; step < steps; step++) {
        fill(inputs, new SplittableRandom(oneBatch ? 7 : step));
        losses.add(session.step(inputs, learningRate, momentum.at(step)));
      }
      return new Result(losses, session.state().parameters());
    }
  }

  void fill(List<DeviceTensor> inputs, RandomGenerator random) {
    for (DeviceTensor input : inputs) {
      TensorSpec spec = input.spec();
      if (spec.type() == ElementType.UINT8 || spec.name().equals("actions")) {
        continue;
      }
      float[] values = new float[spec.shape().count()];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            spec.name().equals("goal_blocks")
                ? objective.frames() - 1
                : (float) random.nextGaussian();
      }
      input.write(spec.name().equals("directions") ? unitColumns(values, spec) : values);
    }
    int frameBytes = MovingDot.SIDE * MovingDot.SIDE * 3;
    int length = objective.frames();
    byte[] frames = new byte[objective.batch() * length * frameBytes];
    float[] actions = new float[objective.batch() * (length - 1) * TinyJepa.BLOCK * 2];
    MovingDot.clips(random, objective.batch(), length, TinyJepa.BLOCK, frames, actions);
    inputs.get(0).write(ByteBuffer.wrap(frames));
    inputs.get(1).write(actions);
    for (DeviceTensor input : inputs) {
      if (input.spec().name().equals("goal_frames")) {
        ByteBuffer last = ByteBuffer.allocate(objective.batch() * frameBytes);
        for (int clip = 0; clip < objective.batch(); clip++) {
          last.put(frames, ((clip + 1) * length - 1) * frameBytes, frameBytes);
        }
        input.write(last.flip());
      }
    }
  }

  /** Latents [n, D] of dots the training has not seen, by the encoder to plan with. */
  float[] latents(ParameterSet trained, int count) {
    Encode encode = new Encode(objective.jepa(), count);
    try (TensorSession session = engine.open(objective.planning(trained), List.of(encode))) {
      RandomGenerator random = new SplittableRandom(99);
      ByteBuffer frames = ByteBuffer.allocate(count * MovingDot.SIDE * MovingDot.SIDE * 3);
      for (int i = 0; i < count; i++) {
        frames.put(MovingDot.draw(2 + 12 * random.nextFloat(), 2 + 12 * random.nextFloat()));
      }
      DeviceTensor input = session.allocate(encode.inputs().get(0));
      input.write(frames.flip());
      return session.run(encode.name(), List.of(input)).get(0).toArray();
    }
  }

  private static float[] unitColumns(float[] values, TensorSpec spec) {
    int rows = spec.shape().size(0);
    int columns = spec.shape().size(1);
    for (int column = 0; column < columns; column++) {
      double norm = 0;
      for (int row = 0; row < rows; row++) {
        norm += values[row * columns + column] * values[row * columns + column];
      }
      for (int row = 0; row < rows; row++) {
        values[row * columns + column] /= (float) Math.sqrt(norm);
      }
    }
    return values;
  }
}
