package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.energy.Energy;
import dev.lookahead.worldmodel.energy.Expectation;
import dev.lookahead.worldmodel.statistics.Matrix;
import java.util.SplittableRandom;

/**
 * Where the recorded action lies in the energy of all actions. The energy of an action is the
 * {@link Energy} of the latent that really came one block later, for most models its distance from
 * the one predicted: a planner with that frame as its goal minimises it (V-JEPA 2, arXiv
 * 2506.09985, section 3.2 and its picture of the energy landscape).
 */
final class ActionEnergy {

  private final LatentModel model;
  private final RecordedLatents recorded;

  ActionEnergy(LatentModel model, RecordedLatents recorded) {
    this.model = model;
    this.recorded = recorded;
  }

  /**
   * The share of random actions, each held for a block, that have less energy than the recorded
   * block; zero if none has.
   */
  float rank(int start, int candidates, SplittableRandom random) {
    ActionSpace space = model.spec().actionSpace();
    float[] blocks = new float[(candidates + 1) * recorded.blockSize()];
    System.arraycopy(recordedBlock(start), 0, blocks, 0, recorded.blockSize());
    for (int candidate = 1; candidate <= candidates; candidate++) {
      int at = candidate * recorded.blockSize();
      for (int axis = 0; axis < space.size(); axis++) {
        blocks[at + axis] = RandomActions.value(random, space.axis(axis));
      }
      for (int i = space.size(); i < recorded.blockSize(); i++) {
        blocks[at + i] = blocks[at + i - space.size()];
      }
    }
    float[] energies = energies(start, blocks);
    int better = 0;
    for (int candidate = 1; candidate <= candidates; candidate++) {
      better += energies[candidate] < energies[0] ? 1 : 0;
    }
    return better / (float) candidates;
  }

  /**
   * The energy around the recorded block: row and column are offsets added to the first and second
   * axis of each of its actions, from minus to plus half the axis's range, the recorded block in
   * the middle. With one axis there is one row.
   *
   * @return [side, side], or [1, side]
   */
  Matrix landscape(int start, int side) {
    ActionSpace space = model.spec().actionSpace();
    int rows = space.size() > 1 ? side : 1;
    float[] around = recordedBlock(start);
    float[] blocks = new float[rows * side * around.length];
    for (int point = 0; point < rows * side; point++) {
      int at = point * around.length;
      System.arraycopy(around, 0, blocks, at, around.length);
      float first = offset(space.axis(0), rows > 1 ? point / side : point % side, side);
      float second = rows > 1 ? offset(space.axis(1), point % side, side) : 0;
      for (int i = at; i < at + around.length; i += space.size()) {
        blocks[i] += first;
        if (rows > 1) {
          blocks[i + 1] += second;
        }
      }
    }
    return new Matrix(side, energies(start, blocks));
  }

  private static float offset(ActionAxis axis, int index, int side) {
    return (axis.high() - axis.low()) * (index / (side - 1f) - 0.5f);
  }

  private float[] recordedBlock(int start) {
    float[] actions = new float[recorded.actionSize(1)];
    recorded.actions(start, 1, actions, 0);
    float[] block = new float[recorded.blockSize()];
    System.arraycopy(actions, recorded.actionSize(0), block, 0, block.length);
    return block;
  }

  /** The energy of each block [n, K, A] at a start: [n]. */
  private float[] energies(int start, float[] blocks) {
    int count = blocks.length / recorded.blockSize();
    int contextSize = recorded.contextSize();
    int actionSize = recorded.actionSize(1);
    int executed = recorded.actionSize(0);
    float[] contexts = new float[count * contextSize];
    float[] actions = new float[count * actionSize];
    for (int i = 0; i < count; i++) {
      recorded.context(start, contexts, i * contextSize);
      recorded.actions(start, 1, actions, i * actionSize);
      System.arraycopy(
          blocks,
          i * recorded.blockSize(),
          actions,
          i * actionSize + executed,
          recorded.blockSize());
    }
    Expectation expected = Energy.minimum().expect(model, contexts, actions);
    float[] energies = new float[count];
    for (int i = 0; i < count; i++) {
      energies[i] = recorded.energy(expected, i, start + model.spec().blockSteps());
    }
    return energies;
  }
}
