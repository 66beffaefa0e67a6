package dev.lookahead.bridge.ros1.tcpros;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the connections of all subscribers of a node: sends what a slow one has room for again,
 * and notices when one is gone, or takes nothing any more.
 */
final class DrainLoop implements Runnable, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DrainLoop.class);

  private static final long CHECK_MILLIS = 1000;

  private final Selector selector;

  /** Subscribers have nothing to say; what they send all the same is thrown away. */
  private final ByteBuffer ignored = ByteBuffer.allocate(4096);

  private DrainLoop(Selector selector) {
    this.selector = selector;
  }

  static DrainLoop open() throws IOException {
    return new DrainLoop(Selector.open());
  }

  private record Watched(
      SocketChannel channel, Publication publication, OutboundLink link, Runnable onGone) {

    void gone() {
      publication.remove(link);
      onGone.run();
    }
  }

  /**
   * Watches a connection until it ends.
   *
   * @param onGone runs on this loop's thread when the subscriber is gone
   */
  void watch(SocketChannel channel, Publication publication, OutboundLink link, Runnable onGone)
      throws IOException {
    Watched watched = new Watched(channel, publication, link, onGone);
    try {
      link.watchedBy(channel.register(selector, SelectionKey.OP_READ, watched));
    } catch (IOException | ClosedSelectorException e) {
      watched.gone();
    }
  }

  @Override
  public void run() {
    try {
      while (selector.isOpen()) {
        selector.select(this::serve, CHECK_MILLIS);
        for (SelectionKey key : List.copyOf(selector.keys())) {
          Watched watched = (Watched) key.attachment();
          if (watched.link().giveUpIfStuck()) {
            watched.gone();
          }
        }
      }
    } catch (ClosedSelectorException e) {
      LOG.trace("the drain loop was closed", e);
    } catch (IOException e) {
      LOG.error("slow subscribers are no longer served: {}", e.getMessage());
    }
  }

  private void serve(SelectionKey key) {
    Watched watched = (Watched) key.attachment();
    if (!key.isValid() || !isThere(watched.channel())) {
      watched.gone();
      return;
    }
    watched.link().drain();
    if (!watched.link().isOpen()) {
      watched.gone();
    }
  }

  private boolean isThere(SocketChannel channel) {
    try {
      return channel.read(ignored.clear()) >= 0;
    } catch (IOException e) {
      LOG.debug("a subscriber is gone: {}", e.getMessage());
      return false;
    }
  }

  @Override
  public void close() {
    try {
      selector.close();
    } catch (IOException e) {
      LOG.debug("closing the selector: {}", e.getMessage());
    }
  }
}
