package dev.lookahead.worldmodel;

import java.util.List;

/**
 * The actions executed between two context frames: [K, A], K consecutive environment steps (the
 * frameskip of the model), earliest first.
 *
 * @param actions K actions of the same size, at least one
 */
public record ActionBlock(List<Action> actions) {

  /** Copies the actions and refuses an empty or ragged block. */
  public ActionBlock {
    actions = List.copyOf(actions);
    if (actions.isEmpty()) {
      throw new IllegalArgumentException("an action block holds at least one action, got none");
    }
    int size = actions.get(0).size();
    for (Action action : actions) {
      if (action.size() != size) {
        throw new IllegalArgumentException(
            "the actions of a block have one size; got " + size + " and " + action.size());
      }
    }
  }

  /** The number of environment steps K. */
  public int steps() {
    return actions.size();
  }
}
