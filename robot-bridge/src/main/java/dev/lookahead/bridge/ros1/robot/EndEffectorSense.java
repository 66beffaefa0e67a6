package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.worldmodel.Proprioception;
import java.io.IOException;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The newest pose of an end effector: felt only if both its place and its gripper are. */
final class EndEffectorSense implements SenseFeed {

  private final TransformSense place;
  private final TopicSense gripper;

  EndEffectorSense(ConnectedNode node, EndEffectorSource source, LongSupplier nanoClock) {
    this.place = new TransformSense(node, source.place());
    this.gripper = TopicSense.open(node, source.gripper().source(source.maxAge()), nanoClock);
  }

  @Override
  public Proprioception first(TopicCheck topics, Patience patience)
      throws IOException, InterruptedException {
    Proprioception closed = gripper.first(topics, patience);
    return EndEffectorSource.joined(place.first(topics, patience), closed);
  }

  @Override
  public Optional<Proprioception> newest() {
    return place
        .newest()
        .flatMap(at -> gripper.newest().map(closed -> EndEffectorSource.joined(at, closed)));
  }

  @Override
  public boolean await(long stampNanos, Patience patience) throws InterruptedException {
    return place.await(stampNanos, patience) && gripper.await(stampNanos, patience);
  }

  @Override
  public void close() {
    place.close();
    gripper.close();
  }
}
