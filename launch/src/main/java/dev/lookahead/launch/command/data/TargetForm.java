package dev.lookahead.launch.command.data;

import picocli.CommandLine.Option;

/** The option of verbs that write a recording. */
final class TargetForm {

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      defaultValue = "shards",
      description = "The form of the new one (default: ${DEFAULT-VALUE}).")
  private String name = "shards";

  String name() {
    return name;
  }
}
