package dev.lookahead.bridge.isolated;

import dev.lookahead.planner.Foresight;
import dev.lookahead.worldmodel.Observation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The loop's side of one planner's process. It is starting, then warm, then lost for good.
 *
 * <p>Threads: {@link #serve} is that of its reader, {@link #take} that of the policy, {@link #look}
 * any. Fields are guarded by the monitor. Nobody waits for a process without end: whoever looks
 * kills one that says nothing, which ends all waiting.
 */
final class PlannerChild {

  private static final int MOST_NEWS = 16;

  /** A complete turn, and what was told in it. */
  record Turned(PlannerMessage.Answer answer, List<PlannerMessage.FromPlanner> news) {}

  private final Process process;
  private final PlannerWire wire;
  private final List<PlannerMessage.FromPlanner> news = new ArrayList<>();
  private boolean warm;
  private Optional<String> lost = Optional.empty();
  private long serial;
  private PlannerMessage.@Nullable FromPlanner outcome;
  private Consumer<? super Foresight> improved = foresight -> {};
  private boolean asked;
  private int silentLooks;
  private int waitingLooks;

  /**
   * @param process just started; killed when it is given up
   */
  PlannerChild(Process process) {
    this.process = process;
    this.wire =
        new PlannerWire(
            new BufferedInputStream(process.getInputStream()),
            process.getOutputStream(),
            PlannerWire.MOST_BYTES_FROM_PLANNER);
  }

  long pid() {
    return process.pid();
  }

  /** Whether it can be asked. */
  synchronized boolean isWarm() {
    return warm && lost.isEmpty();
  }

  /** Why it is lost; empty while it is not. */
  synchronized Optional<String> lost() {
    return lost;
  }

  /**
   * Greets it, warms it up, and listens until it is lost. Returns the cause.
   *
   * @param modelHash what its model must be
   * @param seen what it is warmed up with
   * @param onWarm is told once
   */
  String serve(String modelHash, Observation seen, Consumer<? super PlannerMessage.Ready> onWarm) {
    try {
      greet(modelHash);
      wire.write(new PlannerMessage.WarmUp(seen));
      while (true) {
        PlannerMessage message = next();
        if (message instanceof PlannerMessage.Ready ready) {
          warm();
          onWarm.accept(ready);
        } else {
          heard(message);
        }
      }
    } catch (IOException e) {
      giveUp(String.valueOf(e.getMessage()));
    }
    return lost().orElseThrow();
  }

  private void greet(String modelHash) throws IOException {
    PlannerMessage first = next();
    while (first instanceof PlannerMessage.Heartbeat) {
      first = next();
    }
    PlannerMessage.Hello expected = new PlannerMessage.Hello(PlannerWire.VERSION, modelHash);
    if (!first.equals(expected)) {
      throw new WireException(
          "the planner must greet with %s, found %s".formatted(expected, first));
    }
  }

  private PlannerMessage next() throws IOException {
    PlannerMessage message =
        wire.read().orElseThrow(() -> new IOException("the planner's process has ended"));
    synchronized (this) {
      silentLooks = 0;
    }
    return message;
  }

  private synchronized void warm() {
    warm = true;
  }

  private synchronized void heard(PlannerMessage message) throws WireException {
    if (message instanceof PlannerMessage.Heartbeat) {
      return;
    }
    if (message instanceof PlannerMessage.Improved found) {
      if (asked && found.serial() == serial) {
        improved.accept(found.foresight());
      }
    } else if (message instanceof PlannerMessage.Answer answer) {
      complete(answer.serial(), answer);
    } else if (message instanceof PlannerMessage.Failed failed) {
      complete(failed.serial(), failed);
    } else if (asked && news.size() < MOST_NEWS && isNews(message)) {
      news.add((PlannerMessage.FromPlanner) message);
    } else {
      throw new WireException("out of turn, the planner told " + message);
    }
  }

  private static boolean isNews(PlannerMessage message) {
    return message instanceof PlannerMessage.Planned || message instanceof PlannerMessage.Progress;
  }

  private void complete(long of, PlannerMessage.FromPlanner with) throws WireException {
    if (!asked || of != serial) {
      throw new WireException("turn %d was not asked for, turn %d was".formatted(of, serial));
    }
    outcome = with;
    asked = false;
    notifyAll();
  }

  /**
   * Has it take a turn, and waits.
   *
   * @param soFar is told the best plans found meanwhile, on the reader's thread
   * @throws PlannerLostException if it is, or gets, lost
   * @throws IllegalStateException if its policy threw
   */
  Turned take(PlannerMessage.Step step, Consumer<? super Foresight> soFar) {
    begin(step, soFar);
    try {
      wire.write(step);
    } catch (IOException e) {
      giveUp("the planner's process does not listen: " + e.getMessage());
    }
    return await();
  }

  private synchronized void begin(PlannerMessage.Step step, Consumer<? super Foresight> soFar) {
    serial = step.serial();
    improved = soFar;
    outcome = null;
    news.clear();
    waitingLooks = 0;
    asked = true;
  }

  private synchronized Turned await() {
    try {
      while (outcome == null && lost.isEmpty()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlannerLostException("interrupted while the planner thought");
    } finally {
      asked = false;
    }
    if (outcome instanceof PlannerMessage.Answer answer) {
      return new Turned(answer, List.copyOf(news));
    }
    if (outcome instanceof PlannerMessage.Failed failed) {
      throw new IllegalStateException(failed.cause());
    }
    throw new PlannerLostException(lost.orElse("lost"));
  }

  /**
   * Takes a look at it; one that hangs is killed. Looks are counted, not time: where this process
   * itself stood still, the planner is not to blame.
   */
  void look(IsolationSettings settings) {
    Optional<String> wrong;
    synchronized (this) {
      silentLooks++;
      waitingLooks++;
      wrong = wrong(settings);
    }
    wrong.ifPresent(this::giveUp);
  }

  private Optional<String> wrong(IsolationSettings settings) {
    long millis = settings.hung().toMillis();
    if (!warm) {
      return waitingLooks > settings.startLooks()
          ? Optional.of("not warm after %d s".formatted(settings.start().toSeconds()))
          : Optional.empty();
    }
    if (silentLooks > IsolationSettings.LOOKS) {
      return Optional.of("the planner's process said nothing for %d ms".formatted(millis));
    }
    return asked && waitingLooks > IsolationSettings.LOOKS
        ? Optional.of("the planner did not answer for %d ms".formatted(millis))
        : Optional.empty();
  }

  /** Kills it; of several causes the first counts. */
  void giveUp(String cause) {
    synchronized (this) {
      if (lost.isEmpty()) {
        lost = Optional.of(cause);
      }
      notifyAll();
    }
    process.destroyForcibly();
  }
}
