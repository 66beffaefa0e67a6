package dev.lookahead.launch.command;

import dev.lookahead.config.ConfigLoader;
import dev.lookahead.launch.terminal.BuildInfo;
import dev.lookahead.launch.terminal.OutputOptions;
import dev.lookahead.launch.terminal.Terminal;
import dev.lookahead.launch.wiring.Interrupt;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A context whose output can be read, whose clock stands still and whose Ctrl-C is a method. */
public final class RecordedContext {

  private static final Instant NOW = Instant.parse("2026-11-21T10:30:00Z");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Interrupt interrupt = Interrupt.silent();
  private final AtomicLong nanos = new AtomicLong();
  private final LaunchContext context;
  private long interruptAtNanos = Long.MAX_VALUE;

  /** A context whose clock stands still, but for the durations that verbs measure. */
  public RecordedContext() {
    this.context = context(InstantSource.fixed(NOW), this::tick);
  }

  private RecordedContext(LongSupplier nanos) {
    this.context = context(InstantSource.system(), nanos);
  }

  /** A context for verbs that wait for other threads and nodes. */
  public static RecordedContext inRealTime() {
    return new RecordedContext(System::nanoTime);
  }

  private LaunchContext context(InstantSource clock, LongSupplier nanoClock) {
    return new LaunchContext(
        new Terminal(stream(out), stream(err), false, false),
        new OutputOptions(),
        ConfigLoader.from(RecordedContext.class.getClassLoader()),
        interrupt,
        BuildInfo.load(),
        clock,
        nanoClock);
  }

  /** What is given to the verb. */
  public LaunchContext context() {
    return context;
  }

  /** Presses Ctrl-C. */
  public void interrupt() {
    interrupt.request();
  }

  /**
   * Presses Ctrl-C once the clock, which advances by a millisecond whenever it is looked at, was
   * looked at so often.
   */
  public void interruptAfterLooks(int looks) {
    interruptAtNanos = looks * 1_000_000L;
  }

  private long tick() {
    if (nanos.get() >= interruptAtNanos) {
      interrupt.request();
    }
    return nanos.getAndAdd(1_000_000);
  }

  /** The results printed so far. */
  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The notes and failures printed so far. */
  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
