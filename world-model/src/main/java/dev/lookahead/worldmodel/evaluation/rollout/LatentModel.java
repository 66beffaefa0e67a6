package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.energy.FuturePredictor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * A world model from inside: what it makes of frames, and what it expects of actions. Thread: one
 * at a time.
 */
public interface LatentModel extends FuturePredictor, AutoCloseable {

  /** What it expects and accepts; a history has T = {@link WorldModelSpec#contextFrames()}. */
  WorldModelSpec spec();

  /**
   * How many patch tokens of one width the compared part of a latent is made of, one after another;
   * 1 if it is one vector.
   */
  default int comparedTokens() {
    return 1;
  }

  /**
   * Observations to latents.
   *
   * @param frames uint8 [B, H, W, 3], the remaining bytes
   * @param proprioception raw units [B, P], the remaining values
   * @return [B, D]
   */
  float[] encode(ByteBuffer frames, FloatBuffer proprioception);

  /**
   * Rolls every context out under its own actions, without looking at the world again; a model with
   * a latent variable into its first future.
   *
   * @param contexts [N, T, D], the newest latent last
   * @param actions raw units [N, T - 1 + S, K, A]: first the blocks executed between the context's
   *     frames, then those of the future
   * @param steps S, the blocks to look ahead
   * @return the predicted latents [N, S, D], the nearest first
   */
  default float[] predict(float[] contexts, float[] actions, int steps) {
    return predict(contexts, actions, steps, 0);
  }

  @Override
  void close();
}
