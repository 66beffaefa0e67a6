package dev.lookahead.worldmodel.training;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with settings, collected so that all of it is said at once. Not thread-safe. */
public final class SettingProblems {

  private final List<String> problems = new ArrayList<>();

  /**
   * Notes a setting that does not fit.
   *
   * @param range where it should lie, for a person
   */
  public void require(boolean fits, String name, Object found, String range) {
    if (!fits) {
      problems.add(name + " must be " + range + ", got " + found);
    }
  }

  /**
   * Refuses the settings if anything was noted.
   *
   * @throws IllegalArgumentException with all that is wrong
   */
  public void refuse() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }
}
