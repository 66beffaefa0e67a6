package dev.lookahead.bridge.realtime;

/** Where the offer of a tick comes from, from best to worst. */
public enum OfferSource {
  /** The policy answered in time. */
  ANSWER,
  /** The policy is not done; the best plan it has found so far. */
  BEST_SO_FAR,
  /** The last plan it completed, from a later step on. */
  CONTINUED,
  /** There is nothing to offer. */
  NONE
}
