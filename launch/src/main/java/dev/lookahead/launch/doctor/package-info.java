/**
 * Examines whether this machine can run Lookahead, and says what to do where it cannot. A check
 * never throws: what goes wrong is its finding.
 */
@NullMarked
package dev.lookahead.launch.doctor;

import org.jspecify.annotations.NullMarked;
