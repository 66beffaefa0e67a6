/**
 * Faults of whole processes, with real signals: {@code lookahead drive} and {@code lookahead
 * sim-robot} as processes of their own around a master of ours, the one paused and killed, the
 * other watched ({@link dev.lookahead.launch.processfault.ProcessSuite}).
 */
@NullMarked
package dev.lookahead.launch.processfault;

import org.jspecify.annotations.NullMarked;
