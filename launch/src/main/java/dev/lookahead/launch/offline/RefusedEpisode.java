package dev.lookahead.launch.offline;

import java.nio.file.Path;

/**
 * An episode that was not measured because its recording is damaged; the others still count.
 *
 * @param formatVersion of this layout
 * @param episode its number
 * @param reason what is wrong with it
 */
public record RefusedEpisode(int formatVersion, int episode, String reason) {

  static final int FORMAT_VERSION = 1;

  /**
   * A refusal.
   *
   * @param dataset where the recording lies here; that is left out of the reason, so that it reads
   *     the same on every machine
   */
  static RefusedEpisode of(int episode, Path dataset, RuntimeException damage) {
    String elsewhere = dataset.toAbsolutePath().getParent() + "/";
    String here = dataset.getParent() == null ? elsewhere : dataset.getParent() + "/";
    String reason = String.valueOf(damage.getMessage()).replace(elsewhere, "").replace(here, "");
    return new RefusedEpisode(FORMAT_VERSION, episode, reason);
  }
}
