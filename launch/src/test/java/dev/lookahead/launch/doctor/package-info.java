/** Tests of the machine's checks. */
@NullMarked
package dev.lookahead.launch.doctor;

import org.jspecify.annotations.NullMarked;
