package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.energy.Energy;
import dev.lookahead.worldmodel.energy.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How much the next latent surprises, block by block through an episode: its {@link Energy}, which
 * for a model without a latent variable is its distance from the one predicted, and with one from
 * the nearest of the futures. As it was recorded, and after edits that break the laws of the world
 * (violation of expectation; LeWM, arXiv 2603.19312, uses teleports the same way). The edited lists
 * are shorter where an episode ends before the edit.
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
    if (count == 0) {
      return new Surprise(List.of(), List.of(), List.of());
    }
    Expectation expected = Energy.minimum().expect(model, contexts, actions);
    List<Float> natural = new ArrayList<>();
    List<Float> teleported = new ArrayList<>();
    List<Float> swapped = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int next = first + (i + 1) * steps;
      natural.add(recorded.energy(expected, i, next));
      int elsewhere = elsewhere(next, LEAST_BLOCKS * steps, recorded.length(), random);
      if (elsewhere >= 0) {
        teleported.add(recorded.energy(expected, i, elsewhere));
      }
      if (next + steps < recorded.length()) {
        swapped.add(recorded.energy(expected, i, next + steps));
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
