package dev.lookahead.sim.collect;

/** What happens while episodes are collected. */
public sealed interface CollectionEvent {

  /**
   * An episode was recorded.
   *
   * @param episodes complete episodes so far, those of earlier runs included
   * @param total how many the recipe asks for
   * @param frames frames in this episode
   */
  record Recorded(int episodes, int total, int frames) implements CollectionEvent {}
}
