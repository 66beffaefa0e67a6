/**
 * The offline evaluation of {@code lookahead rollout} as a job of Apache Spark.
 *
 * <p>Numbers of episodes go out, the files of {@link dev.lookahead.launch.offline.EpisodeFiles}
 * come back, and the driver writes them into the folder that {@code lookahead merge} sums up: the
 * same bytes as one process leaves. What goes over the wire are JDK types only; every executor
 * reads the model and the recording itself, from paths that are the same on every node. The driver
 * never loads the tensor engine.
 */
@NullMarked
package dev.lookahead.launch.spark;

import org.jspecify.annotations.NullMarked;
