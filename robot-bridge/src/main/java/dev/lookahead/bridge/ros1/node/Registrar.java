package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.master.MasterClient;
import dev.lookahead.bridge.ros1.tcpros.Backoff;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a node announces known to the master. Asks once a second who the master is; if it is
 * another one than before, everything is registered again, since a restarted master has forgotten
 * all. What cannot be registered now is tried again, with growing pauses while the master is away.
 *
 * <p>Thread: {@link #run} has one of its own; the rest may be called from any and blocks at most
 * for the calls' deadlines.
 */
final class Registrar implements Runnable, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
  private static final Duration HEALTHY = Duration.ofSeconds(1);
  private static final String NO_MASTER = "";

  private final MasterClient master;
  private final URI slave;
  private final Backoff backoff;
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Held while something is announced, so that the two threads that do so never do it twice. */
  private final ReentrantLock announcing = new ReentrantLock();

  /** What is announced, and to which master that last succeeded. */
  private final Map<Registration, String> registrations = new LinkedHashMap<>();

  private String identity;
  private boolean away;

  /**
   * One thing a node announces; equal only to itself.
   *
   * @param what it is, for log lines
   */
  record Registration(String what, Call register, Call unregister) {

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** A call of the master that announces something, or takes it back. */
  interface Call {
    void make(MasterClient master, URI slave) throws IOException;
  }

  /**
   * A registrar that knows its master.
   *
   * @param slave the URI under which the node is called
   * @param identity of the master now
   */
  Registrar(MasterClient master, URI slave, String identity, Backoff backoff) {
    this.master = master;
    this.slave = slave;
    this.identity = identity;
    this.backoff = backoff;
  }

  /** Announces something now, or as soon as the master can be reached. */
  void add(Registration registration) {
    announcing.lock();
    try {
      synchronized (this) {
        if (NO_MASTER.equals(registrations.getOrDefault(registration, NO_MASTER))) {
          registrations.put(registration, NO_MASTER);
        }
      }
      register(registration);
    } finally {
      announcing.unlock();
    }
  }

  /** Announces something no longer, without telling the master. */
  synchronized void forget(Registration registration) {
    registrations.remove(registration);
  }

  /** Takes an announcement back; if the master cannot be reached it has to notice by itself. */
  void remove(Registration registration) {
    synchronized (this) {
      if (registrations.remove(registration) == null) {
        return;
      }
    }
    unregister(registration);
  }

  private boolean unregister(Registration registration) {
    try {
      registration.unregister().make(master, slave);
      return true;
    } catch (IOException e) {
      LOG.debug("cannot unregister the {}: {}", registration.what(), e.getMessage());
      return false;
    }
  }

  private boolean registerIfStale(Registration registration) {
    announcing.lock();
    try {
      return !stale().contains(registration) || register(registration);
    } finally {
      announcing.unlock();
    }
  }

  private boolean register(Registration registration) {
    String to;
    synchronized (this) {
      to = identity;
    }
    try {
      registration.register().make(master, slave);
    } catch (IOException e) {
      LOG.warn("cannot register the {} yet: {}", registration.what(), e.getMessage());
      return false;
    }
    synchronized (this) {
      registrations.replace(registration, to);
    }
    return true;
  }

  @Override
  public void run() {
    while (closed.getCount() > 0) {
      try {
        Duration pause = check() ? HEALTHY : backoff.next();
        closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Whether the master answered and knows everything. */
  private boolean check() {
    try {
      meet(master.identity());
    } catch (IOException e) {
      synchronized (this) {
        if (!away) {
          LOG.warn("the master at {} is away: {}", master.uri(), e.getMessage());
        }
        away = true;
      }
      return false;
    }
    boolean all = true;
    for (Registration registration : stale()) {
      all = closed.getCount() > 0 && registerIfStale(registration) && all;
    }
    if (all) {
      backoff.reset();
    }
    return all;
  }

  private synchronized void meet(String met) {
    if (!met.equals(identity)) {
      LOG.warn("the master at {} was restarted: registering everything again", master.uri());
    } else if (away) {
      LOG.info("the master at {} answers again", master.uri());
    }
    away = false;
    identity = met;
  }

  private synchronized List<Registration> stale() {
    List<Registration> stale = new ArrayList<>();
    registrations.forEach(
        (registration, to) -> {
          if (!to.equals(identity)) {
            stale.add(registration);
          }
        });
    return stale;
  }

  /** Whether the master answered when it was last asked, and knows everything. */
  synchronized boolean isSettled() {
    return !away && stale().isEmpty();
  }

  /** Takes all announcements back until the master fails to answer, and ends the thread. */
  @Override
  public void close() {
    closed.countDown();
    List<Registration> all;
    boolean reachable;
    synchronized (this) {
      all = List.copyOf(registrations.keySet());
      registrations.clear();
      reachable = !away;
    }
    for (Registration registration : all) {
      reachable = reachable && unregister(registration);
    }
  }
}
