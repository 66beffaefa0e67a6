package dev.lookahead.sim.distraction;

import dev.lookahead.sim.ActionNoise;
import dev.lookahead.sim.FrameRenderer;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.ScriptedPolicy;
import dev.lookahead.sim.StateAxis;
import dev.lookahead.sim.World;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A world with the same rules that looks distracting. Its state has one more component, the last:
 * the time on the discs' own clock, which starts anywhere and which no action changes. So frames
 * remain a function of the state, and no two episodes look alike.
 */
public final class DistractedWorld implements World {

  /** The name of the last state axis. */
  public static final String CLOCK = "distraction";

  /** The clock starts within so many seconds. */
  private static final double CLOCK_RANGE = 1_000;

  private static final double NANOS_PER_SECOND = 1e9;

  private final World world;
  private final Distraction distraction;

  /** The same world with more to see. */
  public DistractedWorld(World world, Distraction distraction) {
    this.world = world;
    this.distraction = distraction;
  }

  @Override
  public String name() {
    return world.name() + "-distracted";
  }

  @Override
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>(world.settings());
    settings.put("distraction", distraction.toString());
    return settings;
  }

  @Override
  public ActionSpace actionSpace() {
    return world.actionSpace();
  }

  @Override
  public List<StateAxis> stateAxes() {
    List<StateAxis> axes = new ArrayList<>(world.stateAxes());
    axes.add(new StateAxis(CLOCK, "s"));
    return List.copyOf(axes);
  }

  @Override
  public long controlPeriodNanos() {
    return world.controlPeriodNanos();
  }

  @Override
  public double[] drawStart(RandomGenerator random) {
    return with(world.drawStart(random), clock(random));
  }

  @Override
  public double[] drawGoal(double[] start, RandomGenerator random) {
    return with(world.drawGoal(without(start), random), clock(random));
  }

  /** Single precision: what is recorded is what was drawn. */
  private static double clock(RandomGenerator random) {
    return (float) random.nextDouble(CLOCK_RANGE);
  }

  @Override
  public void checkState(double[] state) {
    world.checkState(without(state));
  }

  @Override
  public double[] next(double[] state, Action action) {
    double clock = state[state.length - 1] + world.controlPeriodNanos() / NANOS_PER_SECOND;
    return with(world.next(without(state), action), (float) clock);
  }

  @Override
  public double distance(double[] state, double[] goal) {
    return world.distance(without(state), without(goal));
  }

  @Override
  public double successDistance() {
    return world.successDistance();
  }

  @Override
  public boolean reached(double[] state, double[] goal) {
    return world.reached(without(state), without(goal));
  }

  @Override
  public FrameRenderer renderer(FrameSize size) {
    return new DistractedRenderer(world.renderer(size), size, distraction);
  }

  /** Acts by the components it knows, which come first. */
  @Override
  public ScriptedPolicy expert() {
    ScriptedPolicy expert = world.expert();
    int known = world.stateAxes().size();
    return (state, goal) -> expert.act(Arrays.copyOf(state, known), Arrays.copyOf(goal, known));
  }

  @Override
  public ActionNoise publishedNoise() {
    return world.publishedNoise();
  }

  @Override
  public ScriptedPolicy randomPolicy(RandomGenerator random) {
    return world.randomPolicy(random);
  }

  static double[] without(double[] state) {
    return Arrays.copyOf(state, state.length - 1);
  }

  private static double[] with(double[] state, double clock) {
    double[] longer = Arrays.copyOf(state, state.length + 1);
    longer[state.length] = clock;
    return longer;
  }
}
