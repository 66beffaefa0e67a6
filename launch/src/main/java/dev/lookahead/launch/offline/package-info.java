/**
 * How far a model can be trusted on recordings: measured episode by episode, in one process or
 * many, and summed up into figures, files and a verdict.
 *
 * <p>A {@link dev.lookahead.launch.offline.MeasurementFolder} holds one file per measured episode
 * beside the {@link dev.lookahead.launch.offline.MeasurementConditions} under which all of them
 * were measured. An {@link dev.lookahead.launch.offline.EpisodeMeter} makes these files and does
 * not care where they go, so that shards, threads and clusters all leave the same bytes. {@link
 * dev.lookahead.launch.offline.OfflineResults} are a pure function of such a folder when it is
 * complete, whoever wrote which episode, in whatever order.
 */
@NullMarked
package dev.lookahead.launch.offline;

import org.jspecify.annotations.NullMarked;
