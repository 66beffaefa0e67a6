package dev.lookahead.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration was refused; holds every problem found, in the order of the file. */
public final class ConfigException extends RuntimeException {

  private final transient List<ConfigProblem> problems;

  /** Copies the problems, at least one. */
  public ConfigException(List<ConfigProblem> problems) {
    super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** A refusal with a single problem that concerns a whole file or argument. */
  static ConfigException of(Origin origin, String message) {
    return new ConfigException(List.of(new ConfigProblem("", origin.toString(), message)));
  }

  /** Everything that is wrong, at least one entry. */
  public List<ConfigProblem> problems() {
    return problems;
  }
}
