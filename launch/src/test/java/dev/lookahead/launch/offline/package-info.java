/** Tests of what measurements leave behind. */
@NullMarked
package dev.lookahead.launch.offline;

import org.jspecify.annotations.NullMarked;
