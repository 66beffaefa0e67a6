package dev.lookahead.launch;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code lookahead} command. */
@Command(
    name = "lookahead",
    description = "World-model planning for robots.",
    mixinStandardHelpOptions = true,
    version = "Lookahead 0.1.0")
public final class Main implements Runnable {

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
