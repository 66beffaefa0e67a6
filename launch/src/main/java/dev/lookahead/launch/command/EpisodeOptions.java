package dev.lookahead.launch.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of verbs that run episodes: whose body, and which seed. */
final class EpisodeOptions {

  @Option(
      names = "--robot",
      paramLabel = "NAME",
      description = "Whose body: embedded, or a preset such as ros1 (see lookahead sim-robot).")
  private @Nullable String robot;

  @Option(names = "--seed", paramLabel = "S", description = "The seed of everything random.")
  private @Nullable Long seed;

  /** Puts what was given in place of the preset's settings. */
  void change(Configuration configuration) {
    if (robot != null) {
      configuration.change("robot", robot);
    }
    if (seed != null) {
      configuration.change("seed", seed);
    }
  }
}
