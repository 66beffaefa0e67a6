package dev.lookahead.launch.command;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import dev.lookahead.bridge.ros1.name.RosArguments;
import dev.lookahead.bridge.ros1.name.RosEnvironment;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Subscriber;
import dev.lookahead.launch.report.Pictures;
import dev.lookahead.launch.wiring.RosGraph;
import dev.lookahead.launch.wiring.SimRobotExperiment;
import dev.lookahead.launch.wiring.SimRobotRun;
import dev.lookahead.launch.wiring.SimulatedWorld;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.worldmodel.CameraFrame;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** A master and the simulated robot of Two-Room in real time, with a camera of the model's size. */
public final class RobotInGraph implements AutoCloseable {

  static final FrameSize SIZE = FrameSize.square(64);

  private final RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
  private final AtomicBoolean over = new AtomicBoolean();
  private final RosGraph graph =
      new RosGraph(
          RosEnvironment.defaults().withMaster(core.getUri()),
          RosArguments.none(),
          InstantSource.system(),
          System::nanoTime);
  private final ConnectedNode robot = graph.join("sim_robot");
  private final ConnectedNode people = graph.join("people");
  private final Thread living;

  public RobotInGraph() throws IOException {
    SimRobotExperiment experiment =
        new SimRobotExperiment(
            SimulatedWorld.TwoRoomWorld.defaults(),
            SIZE,
            1,
            Duration.ofMillis(500),
            true,
            false,
            false,
            3);
    living =
        new Thread(
            () -> {
              try {
                SimRobotRun.run(experiment, robot, graph, over::get);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "robot");
    living.start();
  }

  /** Tells a command line where the master is. */
  public String master() {
    return "__master:=" + core.getUri();
  }

  /** A node of others. */
  ConnectedNode people() {
    return people;
  }

  /** What comes on a topic from now on, once somebody publishes it. */
  public <M> BlockingQueue<M> hear(String topic, MessageType<M> type) {
    BlockingQueue<M> heard = new LinkedBlockingQueue<>();
    Subscriber<M> subscriber = people.newSubscriber(topic, type);
    subscriber.addMessageListener(heard::add, 100);
    return heard;
  }

  /** What the camera would see with the robot somewhere, in pixels of the world. */
  static CameraFrame view(float x, float y) {
    try (EmbeddedSimulator world =
        new EmbeddedSimulator(
            SimulatedWorld.TwoRoomWorld.defaults().world(), new Sensors(SIZE, List.of()), 3)) {
      float[] state = world.state();
      state[0] = x;
      state[1] = y;
      return world.render(state, SIZE);
    }
  }

  /** The same as a message. */
  static Image image(float x, float y) {
    CameraFrame frame = view(x, y);
    byte[] rgb = new byte[frame.rgb().remaining()];
    frame.rgb().get(rgb);
    return Image.builder()
        .height(frame.height())
        .width(frame.width())
        .encoding("rgb8")
        .step(3L * frame.width())
        .data(rgb)
        .build();
  }

  /** The same as a PNG file. */
  public static byte[] png(float x, float y) {
    return Pictures.png(Pictures.image(view(x, y), 1));
  }

  /** Waits for something that is to happen soon. */
  public static void await(String what, BooleanSupplier happened) throws InterruptedException {
    for (int i = 0; i < 1_500 && !happened.getAsBoolean(); i++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    if (!happened.getAsBoolean()) {
      throw new AssertionError(what + " did not happen");
    }
  }

  @Override
  public void close() {
    over.set(true);
    try {
      living.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    people.close();
    robot.close();
    core.close();
  }
}
