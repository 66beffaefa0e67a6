/**
 * From time-stamped messages to episodes, and back.
 *
 * <p>{@link dev.lookahead.bridge.recording.topics.TopicRecording} opens a {@link
 * dev.lookahead.bridge.recording.log.MessageLog} as episodes. A file that {@link
 * dev.lookahead.bridge.recording.topics.TopicEpisodeSink} wrote says itself what is what ({@link
 * dev.lookahead.bridge.recording.topics.EpisodeTopics}) and gives its episodes back bit for bit. In
 * any other recording, a {@link dev.lookahead.bridge.recording.topics.TopicMapping} names the
 * topics and fields that matter, and a {@link dev.lookahead.bridge.recording.topics.Synchroniser}
 * brings their clocks together.
 */
@NullMarked
package dev.lookahead.bridge.recording.topics;

import org.jspecify.annotations.NullMarked;
