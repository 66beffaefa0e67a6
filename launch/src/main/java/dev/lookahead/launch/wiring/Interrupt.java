package dev.lookahead.launch.wiring;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.Terminal;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * A wish to stop. A verb asks {@link #requested()} between steps, and when it is true finishes its
 * files, marks its run interrupted and returns {@link ExitCode#INTERRUPTED}. Algorithms of other
 * modules take it as a {@link BooleanSupplier}: {@code interrupt::requested}. Thread-safe.
 */
public final class Interrupt {

  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  private final AtomicBoolean requested = new AtomicBoolean();
  private final Runnable onFirst;
  private final Runnable onSecond;

  /**
   * @param onFirst what the first request does besides being noted
   * @param onSecond what every later request does
   */
  public Interrupt(Runnable onFirst, Runnable onSecond) {
    this.onFirst = onFirst;
    this.onSecond = onSecond;
  }

  /** An interrupt that nobody hears of; for tests and for callers of their own. */
  public static Interrupt silent() {
    return new Interrupt(() -> {}, () -> {});
  }

  /**
   * An interrupt on which Ctrl-C, termination signals and a terminal that is closed call: the first
   * is a request, the second ends the process at once. Files appear by renaming, so even that
   * leaves none half-written. A signal that was ignored when the process began, as under nohup,
   * stays ignored.
   */
  public static Interrupt onSignals(Terminal terminal) {
    Interrupt interrupt =
        new Interrupt(
            () ->
                terminal
                    .err()
                    .println("\nstopping after this step; press Ctrl-C again to stop at once"),
            () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code()));
    SIGNALS.forEach(signal -> handle(signal, interrupt::request));
    return interrupt;
  }

  /** Asks to stop. */
  public void request() {
    if (requested.compareAndSet(false, true)) {
      onFirst.run();
    } else {
      onSecond.run();
    }
  }

  /** Whether anybody asked to stop. */
  public boolean requested() {
    return requested.get();
  }

  /**
   * Handles a signal by reflection: the compiler warns of {@code sun.misc.Signal} without offering
   * a way to accept it, and a shutdown hook could not let the verb finish. Where a JVM has no
   * signals, Ctrl-C ends the process as usual.
   */
  private static void handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  action.run();
                }
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException | IllegalArgumentException unavailable) {
      System.getLogger(Interrupt.class.getName())
          .log(System.Logger.Level.DEBUG, "no handler for signal " + name, unavailable);
    }
  }
}
