/**
 * As much of Apache Parquet as recordings of robots need.
 *
 * <p>Written here rather than taken: parquet-java brings Hadoop (more than thirty jars) and DuckDB
 * 80 MB of native code whose crash would take the robot's process along, while a table of numbers,
 * texts and images needs a few hundred lines that reserve no memory on a file's word.
 *
 * <p>Read: the types BOOLEAN, INT32, INT64, FLOAT, DOUBLE and BYTE_ARRAY, optional and in lists of
 * any depth (given flat, row by row); PLAIN, dictionary and RLE encodings; no compression, Snappy,
 * gzip or Zstandard; data pages of both versions. That is what pyarrow, pandas and LeRobot write
 * unless told otherwise; anything else is refused by name. Written: PLAIN pages without
 * compression, one row group per call, under the final name only when complete.
 *
 * @see <a href="https://github.com/apache/parquet-format">the format</a>
 */
@NullMarked
package dev.lookahead.bridge.recording.parquet;

import org.jspecify.annotations.NullMarked;
