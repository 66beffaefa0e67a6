package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.msg.geometry_msgs.PoseStamped;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TwistStamped;
import dev.lookahead.bridge.ros1.msg.std_msgs.Float64;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.bridge.ros1.tcpros.PublicationHints;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.pose.EndEffectorDelta;
import dev.lookahead.worldmodel.pose.EndEffectorPose;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Sends delta actions as targets or velocities of an end effector. After a pause, in which somebody
 * may have moved the arm by hand, it forgets where the arm was told to be.
 */
final class EndEffectorSender implements CommandSender {

  private static final int FORGETS_PERIODS = 3;

  private final ConnectedNode node;
  private final String reference;
  private final Duration period;
  private final LongSupplier nanoClock;
  private final Arm arm;
  private final Optional<Hand> hand;
  private Optional<EndEffectorTarget> target = Optional.empty();
  private long sentNanos;

  /** One of the two forms in which an arm is told. */
  private record Arm(Publisher<?> publisher, Words words) {}

  private interface Words {
    void say(EndEffectorTarget target, EndEffectorDelta delta, Header header);
  }

  private record Hand(Publisher<Float64> publisher, GripperOutput output) {}

  /**
   * @param source what the robot feels of its end effector
   * @param period the time one action lasts
   */
  EndEffectorSender(
      ConnectedNode node,
      EndEffectorOutput output,
      EndEffectorSource source,
      Duration period,
      LongSupplier nanoClock) {
    this.node = node;
    this.reference = source.reference();
    this.period = period;
    this.nanoClock = nanoClock;
    this.sentNanos = nanoClock.getAsLong();
    this.arm = output.form() == EndEffectorOutput.Form.POSE ? posed(output) : driven(output);
    this.hand =
        output
            .gripper()
            .map(
                told ->
                    new Hand(
                        node.newPublisher(told.topic(), Float64.TYPE, PublicationHints.command()),
                        told));
  }

  private Arm posed(EndEffectorOutput output) {
    Publisher<PoseStamped> poses =
        node.newPublisher(output.topic(), PoseStamped.TYPE, PublicationHints.command());
    return new Arm(
        poses,
        (wanted, delta, header) -> poses.publish(EndEffectorOutput.pose(wanted.pose(), header)));
  }

  private Arm driven(EndEffectorOutput output) {
    Publisher<TwistStamped> twists =
        node.newPublisher(output.topic(), TwistStamped.TYPE, PublicationHints.command());
    return new Arm(
        twists,
        (wanted, delta, header) -> twists.publish(EndEffectorOutput.twist(delta, period, header)));
  }

  @Override
  public void send(Action action, Felt felt) {
    long now = nanoClock.getAsLong();
    if (now - sentNanos > FORGETS_PERIODS * period.toNanos()) {
      target = Optional.empty();
    }
    sentNanos = now;
    EndEffectorDelta delta = EndEffectorDelta.of(action.toArray());
    target =
        EndEffectorTarget.after(
            target, delta, pose(felt.seen()), felt.now().map(EndEffectorSender::pose));
    target.ifPresent(
        wanted -> {
          arm.words().say(wanted, delta, Header.of(0, node.getCurrentTime(), reference));
          hand.filter(told -> wanted.gripped())
              .ifPresent(
                  told -> told.publisher().publish(told.output().message(wanted.pose().gripper())));
        });
  }

  private static EndEffectorPose pose(Proprioception felt) {
    return EndEffectorPose.of(felt.toArray());
  }

  @Override
  public int listeners() {
    return arm.publisher().getNumberOfSubscribers();
  }

  @Override
  public void close() {
    arm.publisher().close();
    hand.ifPresent(told -> told.publisher().close());
  }
}
