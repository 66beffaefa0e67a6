package dev.lookahead.sim.ros1;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.lookahead_msgs.SetState;
import dev.lookahead.bridge.ros1.msg.lookahead_msgs.SetStateRequest;
import dev.lookahead.bridge.ros1.msg.lookahead_msgs.SetStateResponse;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.robot.CommandCodec;
import dev.lookahead.sim.Simulator;
import dev.lookahead.worldmodel.Action;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A simulator as a robot of a ROS 1 graph. Its motors obey the newest command for a while and then
 * stand still, whoever has died; the service {@code ~set_state} puts it somewhere, at rest.
 *
 * <p>Thread: {@link #run} has one; commands and services come on threads of the node.
 */
public final class SimRobotNode {

  private static final Logger LOG = LoggerFactory.getLogger(SimRobotNode.class);
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Zero would mean "not set". */
  private static final long FIRST_NANOS = 1_000_000_000;

  private final ConnectedNode node;
  private final Simulator simulator;
  private final SimRobotSettings settings;
  private final LongSupplier nanoClock;
  private final SimRobotTopics topics;
  private final Action rest;
  private Action command;
  private long commandNanos;
  private boolean obeys;
  private long steps;
  private long simulatedNanos = FIRST_NANOS;

  /**
   * Puts a simulator on a graph.
   *
   * @param node borrowed, not closed
   * @param simulator belongs to the node from here on
   * @param nanoClock steady; measures the age of commands
   * @throws IllegalArgumentException if the settings are for other actions than the simulator's
   */
  public SimRobotNode(
      ConnectedNode node, Simulator simulator, SimRobotSettings settings, LongSupplier nanoClock) {
    if (!settings.command().actionSpace().equals(simulator.actionSpace())) {
      throw new IllegalArgumentException(
          "'%s' is moved by %s, the settings of its commands say %s"
              .formatted(
                  simulator.world(), simulator.actionSpace(), settings.command().actionSpace()));
    }
    this.node = node;
    this.simulator = simulator;
    this.settings = settings;
    this.nanoClock = nanoClock;
    this.topics = new SimRobotTopics(node, simulator, settings);
    this.rest =
        simulator.actionSpace().clamp(new Action(new float[simulator.actionSpace().size()]));
    this.command = rest;
    node.newServiceServer("~set_state", SetState.TYPE, this::place);
    listen(settings.command().codec());
    show(rest, false);
    topics.goal(stamp());
  }

  private <M> void listen(CommandCodec<M> codec) {
    node.newSubscriber(settings.command().topic(), codec.type())
        .addMessageListener(
            message -> {
              try {
                obey(settings.command().action(codec.decode(message)));
              } catch (MessageFormatException | IllegalArgumentException unusable) {
                LOG.warn("a command is ignored: {}", unusable.getMessage());
              }
            });
  }

  private synchronized void obey(Action wanted) {
    for (float value : wanted.toArray()) {
      if (Float.isNaN(value)) {
        throw new IllegalArgumentException("a command has no NaN, got " + wanted);
      }
    }
    command = wanted;
    commandNanos = nanoClock.getAsLong();
    obeys = true;
    if (settings.lockStep()) {
      step();
    }
  }

  private synchronized SetStateResponse place(SetStateRequest request) {
    try {
      simulator.setState(StateNumbers.fromMessage(request.state()));
      simulator.setGoalState(StateNumbers.fromMessage(request.goal()));
    } catch (IllegalArgumentException refused) {
      return SetStateResponse.builder().message(String.valueOf(refused.getMessage())).build();
    }
    obeys = false;
    simulatedNanos += simulator.controlPeriodNanos();
    show(rest, false);
    RosTime now = stamp();
    return SetStateResponse.builder().success(true).stamp(now).goalImage(topics.goal(now)).build();
  }

  /**
   * Lives in real time, or in lock step waits, until told to stop.
   *
   * @param stop asked several times a second
   */
  public void run(BooleanSupplier stop) throws InterruptedException {
    long frameNanos = simulator.controlPeriodNanos() / settings.framesPerStep();
    long due = nanoClock.getAsLong();
    for (int frame = 1; !stop.getAsBoolean() && node.isOpen(); frame++) {
      due += frameNanos;
      Thread.sleep(Math.max(0, (due - nanoClock.getAsLong()) / NANOS_PER_MILLI));
      if (settings.lockStep()) {
        // Who comes now shall learn the time although it stands still.
        tellAgain();
      } else if (frame % settings.framesPerStep() == 0) {
        step();
      } else {
        look(frameNanos);
      }
      // After standing still, begin a new rhythm instead of catching up.
      due = Math.max(due, nanoClock.getAsLong() - frameNanos);
    }
  }

  private synchronized void step() {
    boolean commanded =
        obeys
            && (settings.lockStep()
                || nanoClock.getAsLong() - commandNanos <= settings.commandTimeout().toNanos());
    Action action = commanded ? command : rest;
    simulator.step(action);
    steps++;
    simulatedNanos += simulator.controlPeriodNanos() / settings.framesPerStep();
    show(action, commanded);
  }

  /** A picture between two steps. */
  private synchronized void look(long nanos) {
    simulatedNanos += nanos;
    RosTime now = stamp();
    tell(now);
    topics.camera(now);
  }

  private synchronized void tellAgain() {
    tell(stamp());
  }

  private void show(Action action, boolean commanded) {
    RosTime now = stamp();
    tell(now);
    topics.state(now, steps, action, commanded);
    topics.camera(now);
  }

  private void tell(RosTime now) {
    if (settings.clock()) {
      topics.clock(now);
    }
  }

  private RosTime stamp() {
    return settings.clock() ? RosTime.ofNanos(simulatedNanos) : node.getCurrentTime();
  }
}
