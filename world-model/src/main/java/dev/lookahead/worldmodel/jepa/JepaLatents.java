package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.evaluation.rollout.LatentModel;
import dev.lookahead.worldmodel.predictor.LatentVariable;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A {@link Jepa} on a tensor engine, as an evaluation sees it. With a latent variable it tells as
 * many futures apart as {@link LatentVariable#telling()}, the same for every context. Works in
 * batches of a fixed size, of which the last is filled up with zeros: programs are compiled once
 * per number of steps. Thread: one at a time.
 */
public final class JepaLatents implements LatentModel {

  private final TensorEngine engine;
  private final Jepa jepa;
  private final ParameterSet parameters;
  private final int batch;
  private final TensorSession encoding;
  private final List<DeviceTensor> encoderInputs;
  private final ByteBuffer frames;
  private final float[] felt;
  private final Map<Integer, Foreseen> programs = new LinkedHashMap<>();

  /**
   * The program of one number of steps with its inputs, which are reused, and the values of the
   * latent variable in every future [batch, S, width]; none if the model has no such variable.
   */
  private record Foreseen(
      TensorSession session, List<DeviceTensor> inputs, List<float[]> futures) {}

  private static final long SEED_OF_FUTURES = 1;

  /**
   * Prepares the model on an engine.
   *
   * @param parameters at least those of {@link Jepa#parameters()}
   * @param batch how many frames or contexts go through at once, at least one
   */
  public JepaLatents(TensorEngine engine, JepaConfig config, ParameterSet parameters, int batch) {
    this.engine = engine;
    this.jepa = new Jepa(config);
    this.parameters = jepa.select(parameters);
    this.batch = batch;
    Encode encode = new Encode(jepa, batch);
    this.encoding = engine.open(this.parameters, List.of(encode));
    this.encoderInputs = encode.inputs().stream().map(encoding::allocate).toList();
    this.frames =
        ByteBuffer.allocateDirect(encode.inputs().get(0).shape().count())
            .order(ByteOrder.nativeOrder());
    this.felt = new float[batch * config.proprioceptionSize()];
  }

  @Override
  public WorldModelSpec spec() {
    return jepa.config().spec();
  }

  @Override
  public int latentWidth() {
    return jepa.config().latentWidth();
  }

  @Override
  public int comparedWidth() {
    return jepa.config().goalWidth();
  }

  @Override
  public int comparedTokens() {
    return jepa.config().vision().latentTokens();
  }

  @Override
  public float[] encode(ByteBuffer frames, FloatBuffer proprioception) {
    int bytes = this.frames.capacity() / batch;
    int size = felt.length / batch;
    int count = frames.remaining() / bytes;
    if (frames.remaining() != count * bytes || proprioception.remaining() != count * size) {
      throw new IllegalArgumentException(
          "frames of %d bytes with %d proprioceptive values each expected, got %d bytes and %d values"
              .formatted(bytes, size, frames.remaining(), proprioception.remaining()));
    }
    float[] latents = new float[count * latentWidth()];
    float[] encoded = new float[batch * latentWidth()];
    for (int at = 0; at < count; at += batch) {
      int now = Math.min(batch, count - at);
      this.frames.clear();
      this.frames.put(0, frames, frames.position() + at * bytes, now * bytes);
      encoderInputs.get(0).write(this.frames);
      if (size > 0) {
        proprioception.get(proprioception.position() + at * size, felt, 0, now * size);
        encoderInputs.get(1).write(felt);
      }
      run(encoding, "encode", encoderInputs, encoded);
      System.arraycopy(encoded, 0, latents, at * latentWidth(), now * latentWidth());
    }
    return latents;
  }

  @Override
  public int futures() {
    LatentVariable variable = jepa.config().latentVariable();
    return variable == null ? 1 : variable.telling();
  }

  @Override
  public float[] predict(float[] contexts, float[] actions, int steps, int future) {
    Objects.checkIndex(future, futures());
    Foreseen program = programs.computeIfAbsent(steps, this::compile);
    if (!program.futures().isEmpty()) {
      program.inputs().get(2).write(program.futures().get(future));
    }
    int context = program.inputs().get(0).spec().shape().count() / batch;
    int block = program.inputs().get(1).spec().shape().count() / batch;
    int count = contexts.length / context;
    if (contexts.length != count * context || actions.length != count * block) {
      throw new IllegalArgumentException(
          "contexts of %d and actions of %d values each expected, got %d and %d values"
              .formatted(context, block, contexts.length, actions.length));
    }
    int result = steps * latentWidth();
    float[] predictions = new float[count * result];
    float[] predicted = new float[batch * result];
    float[] contextBatch = new float[batch * context];
    float[] actionBatch = new float[batch * block];
    for (int at = 0; at < count; at += batch) {
      int now = Math.min(batch, count - at);
      System.arraycopy(contexts, at * context, contextBatch, 0, now * context);
      System.arraycopy(actions, at * block, actionBatch, 0, now * block);
      program.inputs().get(0).write(contextBatch);
      program.inputs().get(1).write(actionBatch);
      if (jepa.config().toldPoses()) {
        int before = spec().contextFrames() - 1;
        program
            .inputs()
            .get(2)
            .write(Poses.reached(contextBatch, context, actionBatch, batch, before));
      }
      run(program.session(), "foresee", program.inputs(), predicted);
      System.arraycopy(predicted, 0, predictions, at * result, now * result);
    }
    return predictions;
  }

  private Foreseen compile(int steps) {
    Foresee foresee = new Foresee(jepa, batch, steps);
    TensorSession session = engine.open(parameters, List.of(foresee));
    LatentVariable variable = jepa.config().latentVariable();
    return new Foreseen(
        session,
        foresee.inputs().stream().map(session::allocate).toList(),
        variable == null ? List.of() : futures(variable, steps));
  }

  private List<float[]> futures(LatentVariable variable, int steps) {
    float[] drawn = variable.draw(futures(), steps, new SplittableRandom(SEED_OF_FUTURES));
    int size = steps * variable.width();
    List<float[]> futures = new ArrayList<>();
    for (int future = 0; future < futures(); future++) {
      float[] all = new float[batch * size];
      for (int row = 0; row < batch; row++) {
        System.arraycopy(drawn, future * size, all, row * size, size);
      }
      futures.add(all);
    }
    return futures;
  }

  private static void run(
      TensorSession session, String function, List<DeviceTensor> inputs, float[] result) {
    try (DeviceTensor output = session.run(function, inputs).get(0)) {
      output.read(result);
    }
  }

  @Override
  public void close() {
    programs.values().forEach(program -> program.session().close());
    programs.clear();
    encoding.close();
  }
}
