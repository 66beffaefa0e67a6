/**
 * What MCAP files and ROS bags have in common: time-stamped messages of topics, in chunks that may
 * be compressed.
 *
 * <p>A {@link dev.lookahead.bridge.recording.log.MessageLog} is such a file to read, a {@link
 * dev.lookahead.bridge.recording.log.MessageLogWriter} one to write; the formats implement both. A
 * {@link dev.lookahead.bridge.recording.log.TopicCodec} decodes the messages of one topic by the
 * definition that the file brings along, whether they are of ROS 1 or ROS 2.
 *
 * <p>Nothing a file says is believed: {@link dev.lookahead.bridge.recording.log.LogLimits} bound
 * what reading may cost, and sizes are compared with them and with the file before memory is
 * reserved.
 */
@NullMarked
package dev.lookahead.bridge.recording.log;

import org.jspecify.annotations.NullMarked;
