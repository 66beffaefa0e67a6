/**
 * MCAP files, by the specification at mcap.dev (version 0 of the format): the recordings of ROS 2
 * and of Foxglove.
 *
 * <p>{@link dev.lookahead.bridge.recording.mcap.McapFormat} reads and writes episodes as such
 * files. Below it, {@link dev.lookahead.bridge.recording.mcap.McapFile} reads messages and {@link
 * dev.lookahead.bridge.recording.mcap.McapWriter} writes them. A file is read from front to back,
 * which works as well for one whose end is missing; its index is used to list topics without that,
 * and is compared with the content by {@link dev.lookahead.bridge.recording.mcap.McapCheck}.
 */
@NullMarked
package dev.lookahead.bridge.recording.mcap;

import org.jspecify.annotations.NullMarked;
