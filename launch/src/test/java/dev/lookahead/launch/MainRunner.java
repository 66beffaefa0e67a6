package dev.lookahead.launch;

import dev.lookahead.launch.command.LaunchContext;

/** Lets the tests of the verbs go through the whole command line. */
public final class MainRunner {

  private MainRunner() {}

  /** Runs a command line and returns its exit code. */
  public static int run(LaunchContext context, String... arguments) {
    return Main.execute(context, arguments);
  }
}
