/**
 * Recordings that others made, read and written as episodes.
 *
 * <p>A {@link dev.lookahead.bridge.recording.RecordingFormat} is one form in which robots are
 * recorded; each lives in a package of its own below this one and turns files into an {@link
 * dev.lookahead.worldmodel.episode.EpisodeSource} and episodes into files. {@link
 * dev.lookahead.bridge.recording.RecordingFormats} knows them all and recognises a recording by its
 * content. What of a recording becomes frame, action, proprioception and state is a {@link
 * dev.lookahead.bridge.recording.RecordingMapping}, for which each format has sensible defaults.
 *
 * <p>Files are hostile until checked: whatever is wrong with them is a {@link
 * dev.lookahead.worldmodel.episode.DataException}, sizes are checked before memory is reserved, and
 * no path leaves the recording's own directory.
 */
@NullMarked
package dev.lookahead.bridge.recording;

import org.jspecify.annotations.NullMarked;
