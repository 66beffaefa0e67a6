package dev.lookahead.bridge.guard;

import dev.lookahead.worldmodel.Action;

/**
 * The last two actions sent: where the commands are and how fast they change.
 *
 * @param last what was sent last
 * @param before what was sent before that, of the same size
 */
public record Motion(Action last, Action before) {

  /**
   * Commands that do not change: nothing was sent yet, or the robot was brought to its safe one.
   */
  public static Motion restingAt(Action action) {
    return new Motion(action, action);
  }

  /** The motion once an action has followed. */
  public Motion then(Action next) {
    return new Motion(next, last);
  }

  /** The change from one action to the next along an axis, in its units per tick. */
  double change(int axis) {
    return (double) last.get(axis) - before.get(axis);
  }
}
