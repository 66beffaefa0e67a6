/** Tests of run folders and interrupts. */
@NullMarked
package dev.lookahead.launch.wiring;

import org.jspecify.annotations.NullMarked;
