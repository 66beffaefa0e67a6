/** Our own dataset directories of safetensors shards, as one recording format among the others. */
@NullMarked
package dev.lookahead.bridge.recording.shards;

import org.jspecify.annotations.NullMarked;
