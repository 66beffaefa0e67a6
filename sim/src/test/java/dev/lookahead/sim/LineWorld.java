package dev.lookahead.sim;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A point on the line [0, 10] that moves by its action; the frame is one grey level. */
final class LineWorld implements World {

  @Override
  public String name() {
    return "line";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public ActionSpace actionSpace() {
    return new ActionSpace(List.of(new ActionAxis("x", "m", -1, 1)));
  }

  @Override
  public List<StateAxis> stateAxes() {
    return List.of(new StateAxis("x", "m"), new StateAxis("travelled", "m"));
  }

  @Override
  public long controlPeriodNanos() {
    return 1_000;
  }

  @Override
  public double[] drawStart(RandomGenerator random) {
    return new double[] {random.nextDouble(0, 10), 0};
  }

  @Override
  public double[] drawGoal(double[] start, RandomGenerator random) {
    return new double[] {random.nextDouble(0, 10), 0};
  }

  @Override
  public void checkState(double[] state) {
    if (state[0] < 0 || state[0] > 10) {
      throw new IllegalArgumentException("x is 0 to 10, got " + state[0]);
    }
  }

  @Override
  public double[] next(double[] state, Action action) {
    double move = actionSpace().axis(0).clamp(action.get(0));
    return new double[] {Math.max(0, Math.min(10, state[0] + move)), state[1] + Math.abs(move)};
  }

  @Override
  public double distance(double[] state, double[] goal) {
    return Math.abs(state[0] - goal[0]);
  }

  @Override
  public double successDistance() {
    return 0.5;
  }

  @Override
  public boolean reached(double[] state, double[] goal) {
    return distance(state, goal) < successDistance();
  }

  @Override
  public FrameRenderer renderer(FrameSize size) {
    byte[] rgb = new byte[size.width() * size.height() * 3];
    return new FrameRenderer() {
      @Override
      public CameraFrame render(double[] state, long stampNanos) {
        Arrays.fill(rgb, (byte) Math.round(25 * state[0]));
        return new CameraFrame(size.width(), size.height(), rgb, stampNanos);
      }

      @Override
      public FramePoint locate(double[] state) {
        return new FramePoint(state[0] / 10 * size.width(), 0.5 * size.height());
      }
    };
  }

  @Override
  public ScriptedPolicy expert() {
    return (state, goal) -> new Action(Math.signum(goal[0] - state[0]));
  }

  @Override
  public ActionNoise publishedNoise() {
    return ActionNoise.none();
  }

  @Override
  public ScriptedPolicy randomPolicy(RandomGenerator random) {
    return new UniformPolicy(actionSpace(), 1, random);
  }
}
