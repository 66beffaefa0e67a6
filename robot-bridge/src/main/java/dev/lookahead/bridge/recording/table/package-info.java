/**
 * What the tabular forms of recording have in common: columns of numbers and images, a row per
 * frame, rows of one episode after another.
 *
 * <p>Each form shows itself as an {@link dev.lookahead.bridge.recording.table.EpisodeTable}; a
 * {@link dev.lookahead.bridge.recording.table.TableSource} makes episodes of it as a {@link
 * dev.lookahead.bridge.recording.RecordingMapping} says. A table has an action in every row, ours
 * have one fewer than frames: the action of the last row leads nowhere and is dropped on reading.
 * Tables of others say nothing about the range of an action, so it is that of the actions recorded;
 * tables that we wrote carry our own specification.
 */
@NullMarked
package dev.lookahead.bridge.recording.table;

import org.jspecify.annotations.NullMarked;
