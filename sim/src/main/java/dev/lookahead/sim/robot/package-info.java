/**
 * A simulated world that does not wait: it moves by itself with the last command it got, films at a
 * fixed rate and stops when commands stay away, as a real robot does.
 */
@NullMarked
package dev.lookahead.sim.robot;

import org.jspecify.annotations.NullMarked;
