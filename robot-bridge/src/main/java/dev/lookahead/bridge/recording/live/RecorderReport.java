package dev.lookahead.bridge.recording.live;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a recording goes.
 *
 * @param messages written, by topic
 * @param bytes of their bodies
 * @param dropped messages that came faster than the disk took them
 * @param silent why nothing arrives, by topic: nobody publishes it, or cannot be reached
 */
public record RecorderReport(
    Map<String, Long> messages, long bytes, long dropped, Map<String, String> silent) {

  /** Copies the maps, sorted. */
  public RecorderReport {
    messages = Collections.unmodifiableSortedMap(new TreeMap<>(messages));
    silent = Collections.unmodifiableSortedMap(new TreeMap<>(silent));
  }

  /** The messages of all topics. */
  public long total() {
    return messages.values().stream().mapToLong(Long::longValue).sum();
  }
}
