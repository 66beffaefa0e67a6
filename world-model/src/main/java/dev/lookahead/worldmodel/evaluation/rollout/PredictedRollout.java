package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.statistics.Matrix;
import java.util.List;

/**
 * One rollout of an episode, kept so that people can look at it: the latents that the model
 * expected beside the frames that came.
 *
 * @param blocks how far ahead each latent is, in action blocks, ascending; at most {@value
 *     #MAX_SHOWN}
 * @param frames the frame it began with, then for each latent the frame that came
 * @param latents predicted [blocks, D], the part that goals are compared with
 */
public record PredictedRollout(List<Integer> blocks, List<Integer> frames, Matrix latents) {

  /** More do not fit beside each other on a page. */
  public static final int MAX_SHOWN = 10;

  /** Wider latents are not kept, or an episode's file would outgrow what is read. */
  static final int MAX_WIDTH = 1024;

  /** Copies the lists and checks that they are as long as they should be. */
  public PredictedRollout {
    blocks = List.copyOf(blocks);
    frames = List.copyOf(frames);
    if (frames.size() != blocks.size() + 1
        || latents.rows() != blocks.size()
        || blocks.size() > MAX_SHOWN) {
      throw new IllegalArgumentException(
          "a predicted rollout has up to %d blocks, a latent for each and a frame more, got %d, %d and %d"
              .formatted(MAX_SHOWN, blocks.size(), latents.rows(), frames.size()));
    }
  }

  /** The step it began at. */
  public int start() {
    return frames.get(0);
  }

  /**
   * Rolls the recorded actions out.
   *
   * @param ahead the farthest block
   * @return nothing if the latents are too wide to keep
   */
  static List<PredictedRollout> of(
      LatentModel model, RecordedLatents recorded, int start, int ahead) {
    int width = model.comparedWidth();
    if (width > MAX_WIDTH) {
      return List.of();
    }
    float[] context = new float[recorded.contextSize()];
    float[] actions = new float[recorded.actionSize(ahead)];
    recorded.context(start, context, 0);
    recorded.actions(start, ahead, actions, 0);
    float[] predicted = model.predict(context, actions, ahead);
    int[] blocks = Spread.over(1, ahead, MAX_SHOWN);
    int[] frames = new int[blocks.length + 1];
    frames[0] = start;
    float[] latents = new float[blocks.length * width];
    for (int i = 0; i < blocks.length; i++) {
      frames[i + 1] = start + blocks[i] * model.spec().blockSteps();
      System.arraycopy(predicted, (blocks[i] - 1) * model.latentWidth(), latents, i * width, width);
    }
    return List.of(
        new PredictedRollout(Spread.list(blocks), Spread.list(frames), new Matrix(width, latents)));
  }
}
