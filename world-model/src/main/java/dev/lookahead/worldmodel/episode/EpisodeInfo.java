package dev.lookahead.worldmodel.episode;

/**
 * How one episode came about.
 *
 * @param seed what its world was reset with; zero on a real robot
 * @param policy who acted, for a person, at most 500 characters; for example {@code expert with
 *     noise 0.1}
 */
public record EpisodeInfo(long seed, String policy) {

  private static final int MAX_POLICY_CHARACTERS = 500;

  /** Refuses a description that would not fit a shard's header. */
  public EpisodeInfo {
    if (policy.length() > MAX_POLICY_CHARACTERS) {
      throw new IllegalArgumentException(
          "a policy is described in at most %d characters, got %d"
              .formatted(MAX_POLICY_CHARACTERS, policy.length()));
    }
  }
}
