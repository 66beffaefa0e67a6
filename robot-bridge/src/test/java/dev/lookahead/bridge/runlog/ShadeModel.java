package dev.lookahead.bridge.runlog;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Rollouts;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.WorldModelSpec;
import java.util.List;

/** Wants each action to tell the shade of the frame, and takes a while to say how well one does. */
final class ShadeModel implements WorldModel {

  static final ActionSpace SPACE = new ActionSpace(List.of(new ActionAxis("v", "m/s", -1, 1)));

  private final Runnable whileComputing;

  ShadeModel(Runnable whileComputing) {
    this.whileComputing = whileComputing;
  }

  @Override
  public WorldModelSpec spec() {
    return new WorldModelSpec(2, 2, 2, 1, 0, SPACE);
  }

  @Override
  public Rollouts rollouts(History history, Goal goal) {
    float shade = history.now().frame().sample(0, 0, 0) / 256f;
    float before = history.executed().get(0).actions().get(0).get(0);
    return new Rollouts() {
      @Override
      public void costs(ActionSequences candidates, float[] costs) {
        whileComputing.run();
        for (int n = 0; n < candidates.candidates(); n++) {
          costs[n] = 0;
          for (int h = 0; h < candidates.horizon(); h++) {
            float miss = candidates.get(n, h, 0) - shade * (1 + before) / (h + 1);
            costs[n] += miss * miss;
          }
        }
      }

      @Override
      public float[] predictedDistances(float[] actions) {
        return new float[actions.length];
      }

      @Override
      public float currentDistance() {
        return 1;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {}
}
