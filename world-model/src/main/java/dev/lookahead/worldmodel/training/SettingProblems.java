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
   * Notes a number of steps that does not fit, or else a warmup that does not fit into it.
   *
   * @param steps optimiser steps in all, at least one
   * @param warmupSteps those of the warmup, fewer
   */
  public void requireSteps(long steps, long warmupSteps) {
    require(steps >= 1, "steps", steps, "at least 1");
    require(warmupSteps >= 0, "warmupSteps", warmupSteps, "at least 0");
    if (steps >= 1 && warmupSteps >= steps) {
      problems.add(
          "warmupSteps must be in [0, %d), fewer than steps, got %d; set warmupSteps as well"
              .formatted(steps, warmupSteps));
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
