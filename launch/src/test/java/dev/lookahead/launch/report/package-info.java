/** Tests of what a run leaves behind. */
@NullMarked
package dev.lookahead.launch.report;

import org.jspecify.annotations.NullMarked;
