package dev.lookahead.bridge.recording.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.worldmodel.episode.EpisodeInfo;

/**
 * The text on the topic of markers, which says where an episode begins and ends.
 *
 * @param formatVersion of this layout
 * @param event what happens here
 * @param number of the episode, from zero
 * @param frames how many it had, at its end; 0 at its beginning
 * @param info how it came about
 */
record EpisodeMarker(int formatVersion, Event event, int number, int frames, EpisodeInfo info) {

  /** What a marker marks. */
  enum Event {
    BEGIN,
    END
  }

  private static final int FORMAT_VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  static EpisodeMarker begin(int number, EpisodeInfo info) {
    return new EpisodeMarker(FORMAT_VERSION, Event.BEGIN, number, 0, info);
  }

  static EpisodeMarker end(int number, int frames, EpisodeInfo info) {
    return new EpisodeMarker(FORMAT_VERSION, Event.END, number, frames, info);
  }

  String json() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a record of numbers and texts is JSON", impossible);
    }
  }

  static EpisodeMarker parse(String json) throws MessageFormatException {
    EpisodeMarker marker;
    try {
      marker = MAPPER.readValue(json, EpisodeMarker.class);
    } catch (JsonProcessingException malformed) {
      throw new MessageFormatException(
          "episode marker", "JSON of its version", malformed.getOriginalMessage());
    }
    if (marker.formatVersion != FORMAT_VERSION) {
      throw new MessageFormatException(
          "episode marker", "version " + FORMAT_VERSION, "version " + marker.formatVersion);
    }
    return marker;
  }
}
