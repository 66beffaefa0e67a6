package dev.lookahead.launch.command;

import dev.lookahead.launch.report.JsonText;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.ProgressView;
import java.util.concurrent.Callable;

/** What all verbs have in common. */
public abstract class Verb implements Callable<Integer> {

  private final LaunchContext context;

  /** A verb that works in this context. */
  protected Verb(LaunchContext context) {
    this.context = context;
  }

  /**
   * Does the work.
   *
   * @throws Exception what goes wrong; Main reports it and picks the exit code
   */
  protected abstract ExitCode run() throws Exception;

  /** Called by picocli once the options are filled. */
  @Override
  public final Integer call() throws Exception {
    return run().code();
  }

  /** The world outside. */
  protected final LaunchContext context() {
    return context;
  }

  /** Shows progress in the way the options and the terminal ask for. */
  protected final ProgressView progress(String title) {
    return ProgressView.of(title, context.terminal(), context.output().quiet(), context.nanos());
  }

  /** Prints a line of the result, unless JSON is asked for. */
  public final void say(String line) {
    if (!context.output().json()) {
      context.terminal().out().println(line);
    }
  }

  /** Prints something a person should know before relying on the result. */
  protected final void warn(String line) {
    context.terminal().err().println(context.terminal().alarm("warning:") + " " + line);
  }

  /** Prints the result as JSON, if that is asked for. */
  public final void sayJson(Object result) {
    if (context.output().json()) {
      context.terminal().out().println(JsonText.pretty(result));
    }
  }
}
