package dev.lookahead.launch.bench;

/**
 * One thing worth timing.
 *
 * @param name what {@code --only} calls it
 * @param detail its size, for a person
 * @param operations floating-point operations of one run, 0 if they are not counted
 * @param items how many of {@code unit} one run makes
 * @param unit for example {@code rollouts}
 * @param body one run
 * @param release frees what it holds
 */
public record Workload(
    String name,
    String detail,
    long operations,
    long items,
    String unit,
    Runnable body,
    Runnable release)
    implements AutoCloseable {

  void run() {
    body.run();
  }

  @Override
  public void close() {
    release.run();
  }
}
