package dev.lookahead.bridge.recording.topics;

import dev.lookahead.bridge.recording.log.MessagePlace;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import java.util.List;
import java.util.Optional;

/**
 * An episode whose frames are still in the file. The arrays belong to it and do not change.
 *
 * @param info how it came about
 * @param stampsNanos [T]
 * @param frames [T], where the image messages are
 * @param actions [T-1, A]
 * @param states [T, S]
 * @param proprioception [T, P]
 * @param damage why it cannot be read
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a list would box each number.
record EpisodeTrack(
    EpisodeInfo info,
    long[] stampsNanos,
    List<MessagePlace> frames,
    float[] actions,
    float[] states,
    float[] proprioception,
    Optional<String> damage) {

  int length() {
    return stampsNanos.length;
  }
}
