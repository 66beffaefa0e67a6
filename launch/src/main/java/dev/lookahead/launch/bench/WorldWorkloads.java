package dev.lookahead.launch.bench;

import dev.lookahead.sim.FrameRenderer;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.World;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What an embedded world does.
 *
 * @param world its rules
 */
record WorldWorkloads(World world) {

  private static final int STEPS = 100_000;
  private static final int FRAMES = 2_000;
  private static final int SIDE = 64;
  private static final int ACTIONS = 1024;

  /** Random actions from one start. */
  Workload steps() {
    SplittableRandom random = new SplittableRandom(1);
    double[] start = world.drawStart(random);
    List<Action> actions = actions(random);
    return new Workload(
        "simulator-steps",
        world.name(),
        0,
        STEPS,
        "steps",
        () -> {
          double[] state = start;
          for (int i = 0; i < STEPS; i++) {
            state = world.next(state, actions.get(i % ACTIONS));
          }
          world.checkState(state);
        },
        () -> {});
  }

  /** The frames of random states. */
  Workload frames() {
    SplittableRandom random = new SplittableRandom(1);
    List<double[]> states = new ArrayList<>();
    for (int i = 0; i < ACTIONS; i++) {
      states.add(world.drawStart(random));
    }
    FrameRenderer renderer = world.renderer(FrameSize.square(SIDE));
    return new Workload(
        "frames",
        "%s, %dx%d".formatted(world.name(), SIDE, SIDE),
        0,
        FRAMES,
        "frames",
        () -> {
          for (int i = 0; i < FRAMES; i++) {
            renderer.render(states.get(i % ACTIONS), i);
          }
        },
        () -> {});
  }

  private List<Action> actions(SplittableRandom random) {
    ActionSpace space = world.actionSpace();
    List<Action> actions = new ArrayList<>();
    for (int i = 0; i < ACTIONS; i++) {
      float[] values = new float[space.size()];
      for (int axis = 0; axis < values.length; axis++) {
        float low = space.axis(axis).low();
        values[axis] = low + random.nextFloat() * (space.axis(axis).high() - low);
      }
      actions.add(new Action(values));
    }
    return actions;
  }
}
