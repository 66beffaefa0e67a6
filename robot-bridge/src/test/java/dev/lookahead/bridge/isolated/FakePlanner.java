package dev.lookahead.bridge.isolated;

import dev.lookahead.planner.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;

/** The process of a planner as a thread. Killed, its streams end. */
public final class FakePlanner extends Process {

  public static final String HASH = "5a";

  private static final int PIPE_BYTES = 1 << 20;

  private final PipedOutputStream toPlanner = new PipedOutputStream();
  private final PipedInputStream inPlanner;
  private final PipedOutputStream fromPlanner = new PipedOutputStream();
  private final PipedInputStream inLoop;
  private final CountDownLatch dead = new CountDownLatch(1);
  private final PlannerHost host;
  private final long pid;

  /** A planner of this policy, running. */
  public FakePlanner(long pid, String modelHash, Policy policy) throws IOException {
    this.pid = pid;
    inPlanner = new PipedInputStream(toPlanner, PIPE_BYTES);
    inLoop = new PipedInputStream(fromPlanner, PIPE_BYTES);
    host =
        new PlannerHost(new PlannerWire(inPlanner, fromPlanner, PlannerWire.MOST_BYTES_TO_PLANNER));
    Thread thread =
        new Thread(
            () -> {
              try {
                host.run(modelHash, policy, seen -> new PlannerMessage.Ready(3, 7, true));
              } catch (IOException killed) {
                dead.countDown();
              }
            },
            "fake-planner-" + pid);
    thread.setDaemon(true);
    thread.start();
  }

  PlannerHost host() {
    return host;
  }

  @Override
  public OutputStream getOutputStream() {
    return toPlanner;
  }

  @Override
  public InputStream getInputStream() {
    return inLoop;
  }

  @Override
  public InputStream getErrorStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public int waitFor() throws InterruptedException {
    dead.await();
    return 0;
  }

  @Override
  public int exitValue() {
    return 0;
  }

  @Override
  public long pid() {
    return pid;
  }

  @Override
  public void destroy() {
    dead.countDown();
    try {
      fromPlanner.close();
      inPlanner.close();
    } catch (IOException alreadyGone) {
      throw new AssertionError(alreadyGone);
    }
  }
}
