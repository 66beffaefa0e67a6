/** Tests of Parquet files. */
@NullUnmarked
package dev.lookahead.bridge.recording.parquet;

import org.jspecify.annotations.NullUnmarked;
