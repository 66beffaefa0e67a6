package dev.lookahead.sim.ros1;

import dev.lookahead.bridge.RobotLostException;
import dev.lookahead.bridge.camera.ImageView;
import dev.lookahead.bridge.ros1.msg.lookahead_msgs.SetState;
import dev.lookahead.bridge.ros1.msg.lookahead_msgs.SetStateRequest;
import dev.lookahead.bridge.ros1.msg.lookahead_msgs.SetStateResponse;
import dev.lookahead.bridge.ros1.msg.lookahead_msgs.SimState;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.ServiceClient;
import dev.lookahead.bridge.ros1.robot.RobotUnavailableException;
import dev.lookahead.bridge.ros1.robot.RosRobot;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.Snapshot;
import dev.lookahead.sim.StateAxis;
import dev.lookahead.sim.StepResult;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The robot of a {@link SimRobotNode} as a simulator. Observations and commands take the way of
 * every ROS robot. What is known about the world without looking, such as how far two states are
 * apart, is asked of a mirror: an embedded simulator of the same world that is told the true state
 * after every step.
 *
 * <p>A state that is set goes to the robot at the next observation or question for the goal. A step
 * returns when the robot has told its state after it: the robot's time is the time of its world, so
 * that in real time a late command means that the robot has moved on; {@link #missedSteps} counts
 * how often.
 *
 * <p>Failure: a robot that is lost or falls silent is a {@link RobotLostException}.
 */
public final class RemoteSimulator implements Simulator {

  private final Simulator mirror;
  private final RosRobot robot;
  private final StateFeed states;
  private final ServiceClient<SetStateRequest, SetStateResponse> placing;
  private final Duration patience;
  private final LongSupplier nanoClock;
  private Optional<Goal> goal = Optional.empty();
  private boolean placed;
  private long missedSteps;

  private RemoteSimulator(
      Simulator mirror,
      RosRobot robot,
      StateFeed states,
      ServiceClient<SetStateRequest, SetStateResponse> placing,
      Duration patience,
      LongSupplier nanoClock) {
    this.mirror = mirror;
    this.robot = robot;
    this.states = states;
    this.placing = placing;
    this.patience = patience;
    this.nanoClock = nanoClock;
  }

  /**
   * Finds the simulated robot.
   *
   * @param node borrowed, not closed
   * @param name of the simulated robot's node, for example {@code /sim_robot}
   * @param robot camera and motors; owned from here on
   * @param mirror the same world, its frames of the size of the robot's
   * @param patience how long the robot may be silent
   * @throws RobotUnavailableException if it does not tell its state, or is another world
   */
  public static RemoteSimulator open(
      ConnectedNode node,
      String name,
      RosRobot robot,
      Simulator mirror,
      Duration patience,
      LongSupplier nanoClock)
      throws IOException, InterruptedException {
    StateFeed states = new StateFeed(node, name + "/state");
    Optional<SimState> first = states.awaitAfter(-1, patience);
    if (first.isEmpty() || first.get().state().length != mirror.stateAxes().size()) {
      states.close();
      throw new RobotUnavailableException(
          "expected the state of '%s' (%d values) on %s/state, found %s"
              .formatted(
                  mirror.world(),
                  mirror.stateAxes().size(),
                  name,
                  first.map(state -> state.state().length + " values").orElse("nothing")),
          "start it with: lookahead sim-robot " + mirror.world());
    }
    return new RemoteSimulator(
        mirror,
        robot,
        states,
        node.newServiceClient(name + "/set_state", SetState.TYPE, true),
        patience,
        nanoClock);
  }

  /** How many steps the robot took on its own because a command came late. */
  public long missedSteps() {
    return missedSteps;
  }

  @Override
  public Observation observe() {
    place();
    return robot.observe();
  }

  @Override
  public Goal goal() {
    place();
    return goal.orElseThrow();
  }

  @Override
  public StepResult step(Action action) {
    place();
    long before = states.step();
    robot.act(action);
    SimState after = awaitStep(before);
    missedSteps += after.step() - before - 1;
    awaitFrame(after.header().stamp().toNanos());
    mirror.setState(StateNumbers.fromMessage(after.state()));
    return new StepResult(after.step(), goalDistance(), terminated());
  }

  private void place() {
    if (placed) {
      return;
    }
    SetStateRequest request =
        SetStateRequest.builder()
            .state(StateNumbers.toMessage(mirror.state()))
            .goal(StateNumbers.toMessage(mirror.goalState()))
            .build();
    try {
      SetStateResponse response = placing.call(request, patience);
      if (!response.success()) {
        throw new RobotLostException(
            "the simulated robot cannot be put there: " + response.message());
      }
      goal = Optional.of(new Goal(robot.frame(ImageView.of(response.goalImage()))));
      awaitFrame(response.stamp().toNanos());
      placed = true;
    } catch (IOException e) {
      throw lost("cannot be put anywhere: " + e.getMessage());
    }
  }

  private SimState awaitStep(long before) {
    try {
      return states
          .awaitAfter(before, patience)
          .orElseThrow(() -> lost("has not told its state for " + patience));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw lost("was left: interrupted");
    }
  }

  private void awaitFrame(long stampNanos) {
    try {
      if (robot.await(stampNanos, patience, nanoClock).isEmpty()) {
        throw lost("has sent no image for " + patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw lost("was left: interrupted");
    }
  }

  private static RobotLostException lost(String how) {
    return new RobotLostException("the simulated robot " + how);
  }

  @Override
  public String world() {
    return mirror.world();
  }

  @Override
  public ActionSpace actionSpace() {
    return robot.actionSpace();
  }

  @Override
  public List<StateAxis> stateAxes() {
    return mirror.stateAxes();
  }

  @Override
  public FrameSize frameSize() {
    return mirror.frameSize();
  }

  @Override
  public long controlPeriodNanos() {
    return robot.controlPeriodNanos();
  }

  @Override
  public void reset(long seed) {
    mirror.reset(seed);
    placed = false;
  }

  @Override
  public float[] state() {
    return mirror.state();
  }

  @Override
  public void setState(float[] state) {
    mirror.setState(state);
    placed = false;
  }

  @Override
  public float[] goalState() {
    return mirror.goalState();
  }

  @Override
  public void setGoalState(float[] state) {
    mirror.setGoalState(state);
    placed = false;
  }

  @Override
  public double goalDistance() {
    return mirror.goalDistance();
  }

  @Override
  public boolean terminated() {
    return mirror.terminated();
  }

  @Override
  public CameraFrame render(float[] state, FrameSize size) {
    return mirror.render(state, size);
  }

  @Override
  public Snapshot snapshot() {
    return mirror.snapshot();
  }

  @Override
  public void restore(Snapshot snapshot) {
    mirror.restore(snapshot);
    placed = false;
  }

  /** Stops the robot and lets go of it. */
  @Override
  public void close() {
    robot.act(actionSpace().clamp(new Action(new float[actionSpace().size()])));
    states.close();
    robot.close();
    try {
      placing.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
