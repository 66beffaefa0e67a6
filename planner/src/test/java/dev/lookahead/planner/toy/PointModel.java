package dev.lookahead.planner.toy;

import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Rollouts;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.WorldModelSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The perfect model of {@link PointWorld}: a pure function of its inputs. The cost is the squared
 * distance to the goal, summed over the blocks.
 */
public final class PointModel implements WorldModel {

  private final WorldModelSpec spec;
  private final List<History> histories = new ArrayList<>();
  private int open;

  /** A model with a context of {@code contextFrames}, {@code blockSteps} apart. */
  public PointModel(int contextFrames, int blockSteps) {
    spec = new WorldModelSpec(2, 1, contextFrames, blockSteps, 0, PointWorld.SPACE);
  }

  /** Every history it was asked about. */
  public List<History> histories() {
    return histories;
  }

  /** How many rollouts are not closed. */
  public int open() {
    return open;
  }

  @Override
  public WorldModelSpec spec() {
    return spec;
  }

  @Override
  public Rollouts rollouts(History history, Goal goal) {
    spec.check(history);
    spec.check(goal.image());
    histories.add(history);
    open++;
    float[] start = position(history.now().frame());
    float[] end = position(goal.image());
    return new PointRollouts(start, end);
  }

  @Override
  public void close() {}

  private static float[] position(CameraFrame frame) {
    return new float[] {PointWorld.read(frame, 0), PointWorld.read(frame, 1)};
  }

  private final class PointRollouts implements Rollouts {

    private final float[] start;
    private final float[] end;

    PointRollouts(float[] start, float[] end) {
      this.start = start;
      this.end = end;
    }

    @Override
    public void costs(ActionSequences candidates, float[] costs) {
      for (int n = 0; n < candidates.candidates(); n++) {
        float sum = 0;
        for (float distance : distances(candidates.values(), candidates.offset(n, 0), candidates)) {
          sum += distance * distance;
        }
        costs[n] = sum;
      }
    }

    @Override
    public float[] predictedDistances(float[] actions) {
      ActionSequences one = new ActionSequences(1, actions.length / 2, 2);
      return distances(actions, 0, one);
    }

    @Override
    public float currentDistance() {
      return distance(start[0], start[1]);
    }

    @Override
    public void close() {
      open--;
    }

    private float[] distances(float[] values, int from, ActionSequences shape) {
      float x = start[0];
      float y = start[1];
      float[] distances = new float[shape.horizon() / spec.blockSteps()];
      for (int step = 0; step < shape.horizon(); step++) {
        x = PointWorld.next(x, values[from + 2 * step]);
        y = PointWorld.next(y, values[from + 2 * step + 1]);
        if ((step + 1) % spec.blockSteps() == 0) {
          distances[step / spec.blockSteps()] = distance(x, y);
        }
      }
      return distances;
    }

    private float distance(float x, float y) {
      float dx = x - end[0];
      float dy = y - end[1];
      return (float) Math.sqrt(dx * dx + dy * dy);
    }
  }
}
