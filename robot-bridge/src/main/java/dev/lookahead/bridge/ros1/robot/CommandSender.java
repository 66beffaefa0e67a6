package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.bridge.ros1.tcpros.PublicationHints;
import dev.lookahead.worldmodel.Action;

/**
 * Sends actions as messages of one topic. A queue of one: a robot that does not read never gets
 * more than one command late.
 */
final class CommandSender implements AutoCloseable {

  private final Publisher<?> publisher;
  private final Writer writer;

  private interface Writer {
    void write(Action action);
  }

  private CommandSender(Publisher<?> publisher, Writer writer) {
    this.publisher = publisher;
    this.writer = writer;
  }

  static CommandSender open(ConnectedNode node, CommandOutput output) {
    return open(node, output, output.codec());
  }

  private static <M> CommandSender open(
      ConnectedNode node, CommandOutput output, CommandCodec<M> codec) {
    Publisher<M> publisher =
        node.newPublisher(output.topic(), codec.type(), PublicationHints.command());
    return new CommandSender(
        publisher,
        action -> publisher.publish(codec.encode(output.numbers(action), node.getCurrentTime())));
  }

  void send(Action action) {
    writer.write(action);
  }

  int listeners() {
    return publisher.getNumberOfSubscribers();
  }

  @Override
  public void close() {
    publisher.close();
  }
}
