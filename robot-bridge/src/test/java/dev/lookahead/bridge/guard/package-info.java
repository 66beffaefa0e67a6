/** Tests of the guard: every line and, measured by PIT, nearly every decision in it. */
@NullMarked
package dev.lookahead.bridge.guard;

import org.jspecify.annotations.NullMarked;
