package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.isolated.IsolationSettings;

/** In which process the planner of a drive lives. */
public sealed interface IsolationChoice {

  /** In that of the loop and its guard: a crash of native code ends both. */
  record SharedChoice() implements IsolationChoice {}

  /**
   * In one of its own: a crash of native code ends the planner only.
   *
   * @param limits when it is given up, and what then
   */
  record StrictChoice(IsolationSettings limits) implements IsolationChoice {

    /** With one planner in reserve. */
    public static StrictChoice defaults() {
      return new StrictChoice(IsolationSettings.defaults());
    }
  }
}
