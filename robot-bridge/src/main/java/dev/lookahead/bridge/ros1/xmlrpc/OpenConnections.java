package dev.lookahead.bridge.ros1.xmlrpc;

import io.netty.channel.Channel;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The connections of a server. When there are as many as may be, a newcomer takes the place of the
 * one that was answered longest ago, so that peers who connect and say nothing keep nobody out.
 *
 * <p>Thread: any.
 */
final class OpenConnections implements AutoCloseable {

  private final int most;

  /** Least recently answered first. */
  private final Set<Channel> channels = new LinkedHashSet<>();

  OpenConnections(int most) {
    this.most = most;
  }

  /** Takes a newcomer in. */
  void admit(Channel newcomer) {
    Channel evicted = null;
    synchronized (this) {
      if (channels.size() >= most) {
        Iterator<Channel> oldest = channels.iterator();
        evicted = oldest.next();
        oldest.remove();
      }
      channels.add(newcomer);
    }
    newcomer.closeFuture().addListener(closed -> forget(newcomer));
    if (evicted != null) {
      var unused = evicted.close();
    }
  }

  /** A call on this connection was answered. */
  synchronized void answered(Channel channel) {
    if (channels.remove(channel)) {
      channels.add(channel);
    }
  }

  private synchronized void forget(Channel channel) {
    channels.remove(channel);
  }

  private synchronized List<Channel> all() {
    return List.copyOf(channels);
  }

  /** Closes all and waits for it. */
  @Override
  public void close() {
    all().forEach(channel -> channel.close().awaitUninterruptibly());
  }
}
