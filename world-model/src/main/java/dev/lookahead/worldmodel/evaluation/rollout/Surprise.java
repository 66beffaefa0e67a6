package dev.lookahead.worldmodel.evaluation.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How far the next latent is from the one predicted, block by block through an episode: as it was
 * recorded, and after edits that break the laws of the world (violation of expectation; LeWM, arXiv
 * 2603.19312, uses teleports the same way). The edited lists are shorter where an episode ends
 * before the edit.
 *
 * @param recorded nothing was edited
 * @param teleported the next frame is one from elsewhere in the episode
 * @param swapped the next frame changed places with the one after it
 */
public record Surprise(List<Float> recorded, List<Float> teleported, List<Float> swapped) {

  /** A teleport leads at least so many blocks away. */
  private static final int LEAST_BLOCKS = 2;

  /** Copies the lists. */
  public Surprise {
    recorded = List.copyOf(recorded);
    teleported = List.copyOf(teleported);
    swapped = List.copyOf(swapped);
  }

  static Surprise of(LatentModel model, RecordedLatents recorded, SplittableRandom random) {
    int steps = model.spec().blockSteps();
    int first = recorded.firstStart();
    int count = Math.max(0, Math.floorDiv(recorded.lastStart(1) - first, steps) + 1);
    float[] contexts = new float[count * recorded.contextSize()];
    float[] actions = new float[count * recorded.actionSize(1)];
    for (int i = 0; i < count; i++) {
      recorded.context(first + i * steps, contexts, i * recorded.contextSize());
      recorded.actions(first + i * steps, 1, actions, i * recorded.actionSize(1));
    }
    float[] predictions = count == 0 ? new float[0] : model.predict(contexts, actions, 1);
    List<Float> natural = new ArrayList<>();
    List<Float> teleported = new ArrayList<>();
    List<Float> swapped = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int offset = i * model.latentWidth();
      int next = first + (i + 1) * steps;
      natural.add(recorded.distance(predictions, offset, next));
      int elsewhere = elsewhere(next, LEAST_BLOCKS * steps, recorded.length(), random);
      if (elsewhere >= 0) {
        teleported.add(recorded.distance(predictions, offset, elsewhere));
      }
      if (next + steps < recorded.length()) {
        swapped.add(recorded.distance(predictions, offset, next + steps));
      }
    }
    return new Surprise(natural, teleported, swapped);
  }

  /** A frame at least so far from another, uniformly; -1 if there is none. */
  private static int elsewhere(int frame, int distance, int length, SplittableRandom random) {
    int before = Math.max(0, frame - distance + 1);
    int after = Math.max(0, length - frame - distance);
    if (before + after == 0) {
      return -1;
    }
    int drawn = random.nextInt(before + after);
    return drawn < before ? drawn : frame + distance + drawn - before;
  }
}
