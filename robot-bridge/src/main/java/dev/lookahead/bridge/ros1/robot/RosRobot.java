package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ObservationSlot;
import dev.lookahead.bridge.RobotIo;
import dev.lookahead.bridge.RobotLostException;
import dev.lookahead.bridge.camera.FrameConverter;
import dev.lookahead.bridge.camera.ImageView;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.CompressedImage;
import dev.lookahead.bridge.ros1.msg.std_msgs.Float64;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A robot in a ROS 1 graph. Observations carry the stamp of the camera, on the clock of the graph;
 * when they arrived is told on the steady clock of this machine.
 *
 * <p>An image that cannot be read, or comes when what the robot feels is too old, is counted and
 * dropped: the observation grows old, and the guard judges its age. Losing the link is no failure
 * here either, since the node reconnects by itself; only a node that was shut down is.
 */
public final class RosRobot implements RobotIo {

  private final ConnectedNode node;
  private final RosRobotSettings settings;
  private final CameraFeed camera;
  private final Optional<SenseFeed> senses;
  private final CommandSender commands;
  private final FrameConverter pictures;
  private final ObservationSlot newest = new ObservationSlot();
  private long unreadable;
  private long unfelt;

  private RosRobot(
      ConnectedNode node,
      RosRobotSettings settings,
      CameraFeed camera,
      Optional<SenseFeed> senses,
      CommandSender commands,
      FrameConverter pictures,
      Sighting first) {
    this.node = node;
    this.settings = settings;
    this.camera = camera;
    this.senses = senses;
    this.commands = commands;
    this.pictures = pictures;
    newest.offer(first);
  }

  /**
   * Finds the robot and waits for its first observation.
   *
   * @param node borrowed, not closed
   * @param width of the frames to make of the images
   * @param height of the frames to make of the images
   * @param nanoClock the node's steady clock
   * @throws RobotUnavailableException if a topic has another type, or nothing comes in time
   */
  public static RosRobot open(
      ConnectedNode node, RosRobotSettings settings, int width, int height, LongSupplier nanoClock)
      throws IOException, InterruptedException {
    TopicCheck topics = new TopicCheck(node);
    topics.requireType(settings.camera().topic(), CameraFeed.type(settings.camera()).name());
    topics.requireType(settings.command().topic(), settings.command().type().name());
    if (settings.command() instanceof EndEffectorOutput arm && arm.gripper().isPresent()) {
      topics.requireType(arm.gripper().get().topic(), Float64.TYPE.name());
    }
    CameraFeed camera = new CameraFeed(node, settings.camera(), width, height);
    CommandSender commands = CommandSender.open(node, settings, nanoClock);
    Optional<SenseFeed> senses =
        settings.proprioception().map(source -> SenseFeed.open(node, source, nanoClock));
    try {
      Patience patience = new Patience(settings.patience(), nanoClock);
      CameraFeed.Frame first = firstFrame(settings, camera, topics, patience);
      BodyCheck body = new BodyCheck(node, topics, nanoClock);
      body.requireDescribed(settings.camera(), first.sent());
      body.requireJoints(settings);
      Proprioception felt = Proprioception.none();
      if (senses.isPresent()) {
        felt = senses.get().first(topics, patience);
      }
      Sighting sighting = new Sighting(new Observation(first.frame(), felt), first.receiptNanos());
      FrameConverter pictures = new FrameConverter(settings.camera().settings(width, height));
      return new RosRobot(node, settings, camera, senses, commands, pictures, sighting);
    } catch (IOException | InterruptedException | RuntimeException e) {
      commands.close();
      senses.ifPresent(SenseFeed::close);
      camera.close();
      throw e;
    }
  }

  private static CameraFeed.Frame firstFrame(
      RosRobotSettings settings, CameraFeed camera, TopicCheck topics, Patience patience)
      throws IOException, InterruptedException {
    try {
      Optional<CameraFeed.Frame> first = camera.await(patience.left());
      if (first.isPresent()) {
        return first.get();
      }
    } catch (MessageFormatException unusable) {
      throw new RobotUnavailableException(
          "an image cannot be used: " + unusable.getMessage(),
          "set the camera to what the settings say, or the settings to what it sends");
    }
    throw topics.nothing(
        settings.camera().topic(),
        CameraFeed.type(settings.camera()).name(),
        camera.publishers(),
        settings.patience().toSeconds());
  }

  @Override
  public ActionSpace actionSpace() {
    return settings.command().actionSpace();
  }

  @Override
  public long controlPeriodNanos() {
    return settings.controlPeriod().toNanos();
  }

  @Override
  public Observation observe() {
    return receive(0).observation();
  }

  @Override
  public Sighting receive(long nowNanos) {
    requireOpen();
    try {
      camera.poll().ifPresent(this::seen);
    } catch (MessageFormatException unusable) {
      unreadable++;
    }
    return newest();
  }

  /** The newest observation that was received; may be asked by any thread. */
  public Sighting newest() {
    return newest.newest().orElseThrow();
  }

  /**
   * Waits for an observation of which all, image and senses, was stamped at a time or later, and
   * returns it; empty if none comes in time.
   *
   * @param stampNanos on the clock of the camera, which must then be that of the senses
   */
  public Optional<Observation> await(long stampNanos, Duration timeout, LongSupplier nanoClock)
      throws InterruptedException {
    Patience patience = new Patience(timeout, nanoClock);
    while (newest().observation().stampNanos() < stampNanos) {
      requireOpen();
      try {
        Optional<CameraFeed.Frame> frame = camera.await(patience.left());
        boolean complete =
            frame.isPresent() && (senses.isEmpty() || senses.get().await(stampNanos, patience));
        if (!complete) {
          return Optional.empty();
        }
        seen(frame.get());
      } catch (MessageFormatException unusable) {
        unreadable++;
      }
    }
    return Optional.of(newest().observation());
  }

  private void seen(CameraFeed.Frame frame) {
    Optional<Proprioception> felt =
        senses.isPresent() ? senses.get().newest() : Optional.of(Proprioception.none());
    if (felt.isEmpty()) {
      unfelt++;
      return;
    }
    newest.offer(new Sighting(new Observation(frame.frame(), felt.get()), frame.receiptNanos()));
  }

  @Override
  public void act(Action action) {
    requireOpen();
    commands.send(action, felt());
  }

  /** What the robot feels; may be asked by any thread. */
  Felt felt() {
    return new Felt(newest().observation().proprioception(), senses.flatMap(SenseFeed::newest));
  }

  /** Which topics it is. */
  RosRobotSettings settings() {
    return settings;
  }

  /**
   * Makes a frame of a picture that came by other ways, as the camera's are made.
   *
   * @throws MessageFormatException if it cannot be read
   */
  public CameraFrame frame(ImageView picture) throws MessageFormatException {
    synchronized (pictures) {
      return pictures.convert(picture);
    }
  }

  /**
   * Makes a frame of a JPEG or PNG that came by other ways, as the camera's are made.
   *
   * @throws MessageFormatException if it cannot be read
   */
  public CameraFrame frame(CompressedImage picture) throws MessageFormatException {
    synchronized (pictures) {
      return pictures.convert(picture);
    }
  }

  /**
   * Waits until somebody listens to the commands.
   *
   * @throws RobotUnavailableException if nobody does in time
   */
  public void awaitListener(LongSupplier nanoClock) throws IOException, InterruptedException {
    if (!new Patience(settings.patience(), nanoClock).until(this::isHeard)) {
      throw new RobotUnavailableException(
          "nobody listens to %s (%s)"
              .formatted(
                  node.resolveName(settings.command().topic()), settings.command().type().name()),
          "start the robot's driver, or name the topic it listens to");
    }
  }

  /** Whether anybody listens to the commands. */
  public boolean isHeard() {
    return commands.listeners() > 0;
  }

  /** How many images came late or twice, and were dropped. */
  public long dropped() {
    return newest.dropped();
  }

  /** How many images could not be read. */
  public long unreadable() {
    return unreadable;
  }

  /** How many images were dropped because what the robot felt was too old to go with them. */
  public long unfelt() {
    return unfelt;
  }

  /** How many images a newer one replaced before they were looked at. */
  public long overtaken() {
    return camera.overtaken();
  }

  private void requireOpen() {
    if (!node.isOpen()) {
      throw new RobotLostException(
          "the node " + node.getName() + " was shut down: the robot is lost");
    }
  }

  @Override
  public void close() {
    commands.close();
    senses.ifPresent(SenseFeed::close);
    camera.close();
  }
}
