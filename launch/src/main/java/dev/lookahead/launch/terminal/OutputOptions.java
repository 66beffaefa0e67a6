package dev.lookahead.launch.terminal;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every verb understands, before or after its name. Filled by picocli. */
public final class OutputOptions {

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print the result as JSON on standard output.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Show no progress.")
  private boolean quiet;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show stack traces and the engine's own log.")
  private boolean debug;

  /** Whether the result is printed as JSON. */
  public boolean json() {
    return json;
  }

  /** Whether progress stays hidden. */
  public boolean quiet() {
    return quiet || json;
  }

  /** Whether stack traces are shown. */
  public boolean debug() {
    return debug;
  }
}
