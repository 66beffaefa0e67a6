/** Tests of the command line as a whole. */
@NullMarked
package dev.lookahead.launch;

import org.jspecify.annotations.NullMarked;
