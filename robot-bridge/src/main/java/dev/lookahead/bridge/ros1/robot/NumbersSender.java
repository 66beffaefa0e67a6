package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.bridge.ros1.tcpros.PublicationHints;
import dev.lookahead.worldmodel.Action;

/** Sends actions whose components are the numbers of a message, whatever is felt. */
final class NumbersSender implements CommandSender {

  private final Publisher<?> publisher;
  private final Writer writer;

  private interface Writer {
    void write(Action action);
  }

  private NumbersSender(Publisher<?> publisher, Writer writer) {
    this.publisher = publisher;
    this.writer = writer;
  }

  static NumbersSender open(ConnectedNode node, NumbersOutput output) {
    return open(node, output, output.codec());
  }

  private static <M> NumbersSender open(
      ConnectedNode node, NumbersOutput output, CommandCodec<M> codec) {
    Publisher<M> publisher =
        node.newPublisher(output.topic(), codec.type(), PublicationHints.command());
    return new NumbersSender(
        publisher,
        action -> publisher.publish(codec.encode(output.numbers(action), node.getCurrentTime())));
  }

  @Override
  public void send(Action action, Felt felt) {
    writer.write(action);
  }

  @Override
  public int listeners() {
    return publisher.getNumberOfSubscribers();
  }

  @Override
  public void close() {
    publisher.close();
  }
}
