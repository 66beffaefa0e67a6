package dev.lookahead.sim.fault;

import java.util.Optional;

/**
 * How a trial went.
 *
 * @param reactionNanos from the fault to the first command that took account of it; 0 if none was
 *     called for
 * @param violation what was promised and not held; empty if all was
 */
record Verdict(long reactionNanos, Optional<String> violation) {

  static Verdict held(long reactionNanos) {
    return new Verdict(reactionNanos, Optional.empty());
  }

  static Verdict broken(long reactionNanos, String violation) {
    return new Verdict(reactionNanos, Optional.of(violation));
  }
}
