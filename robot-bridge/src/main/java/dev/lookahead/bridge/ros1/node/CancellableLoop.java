package dev.lookahead.bridge.ros1.node;

/** Something a node repeats on a thread of its own until it is cancelled or the node ends. */
public abstract class CancellableLoop implements Runnable {

  private volatile boolean cancelled;

  /** Runs once before the first turn. */
  protected void setup() {}

  /**
   * One turn.
   *
   * @throws InterruptedException if it was interrupted while it waited; the loop ends
   */
  protected abstract void loop() throws InterruptedException;

  @Override
  public final void run() {
    setup();
    try {
      while (!cancelled && !Thread.currentThread().isInterrupted()) {
        loop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the loop after the turn it is in. */
  public final void cancel() {
    cancelled = true;
  }
}
