/** Tests of what a person sees. */
@NullMarked
package dev.lookahead.launch.terminal;

import org.jspecify.annotations.NullMarked;
