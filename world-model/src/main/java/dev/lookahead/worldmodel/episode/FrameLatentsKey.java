package dev.lookahead.worldmodel.episode;

import java.util.Map;

/**
 * Whose latents of what.
 *
 * @param encoder names the encoder: the hash of its weights
 * @param dataset names the episodes: {@link EpisodeDataset#contentHash}
 * @param width the length of a latent D
 */
public record FrameLatentsKey(String encoder, String dataset, int width) {

  /** Checks the width. */
  public FrameLatentsKey {
    if (width < 1) {
      throw new IllegalArgumentException("width must be at least 1, got " + width);
    }
  }

  /** A name for a folder: the beginnings of both hashes. */
  public String folder() {
    return "%s-%s".formatted(beginning(encoder), beginning(dataset));
  }

  /** As it stands in the files. */
  Map<String, String> metadata() {
    return Map.of("encoder", encoder, "dataset", dataset, "width", String.valueOf(width));
  }

  private static String beginning(String hash) {
    return hash.substring(0, Math.min(16, hash.length()));
  }
}
