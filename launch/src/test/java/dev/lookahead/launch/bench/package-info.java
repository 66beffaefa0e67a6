/** Tests of the measurements. */
@NullMarked
package dev.lookahead.launch.bench;

import org.jspecify.annotations.NullMarked;
