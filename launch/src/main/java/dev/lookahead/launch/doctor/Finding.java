package dev.lookahead.launch.doctor;

/**
 * The result of one check.
 *
 * @param check what was looked at, for example {@code memory}
 * @param level how bad it is
 * @param found what was found
 * @param advice what to do; empty where nothing is wrong
 */
public record Finding(String check, Level level, String found, String advice) {

  /** How bad a finding is. */
  public enum Level {
    /** As it should be. */
    GOOD,
    /** It works, but worse than it could. */
    WARNING,
    /** It does not work. */
    PROBLEM
  }

  static Finding good(String check, String found) {
    return new Finding(check, Level.GOOD, found, "");
  }

  static Finding warning(String check, String found, String advice) {
    return new Finding(check, Level.WARNING, found, advice);
  }

  static Finding problem(String check, String found, String advice) {
    return new Finding(check, Level.PROBLEM, found, advice);
  }
}
