/**
 * Lookahead as processes: {@link dev.lookahead.launch.supervise.OwnProgram} starts this program
 * again in a process of its own, and {@link dev.lookahead.launch.supervise.Supervisor} does so
 * whenever one has crashed, unless that happens too often.
 */
@NullMarked
package dev.lookahead.launch.supervise;

import org.jspecify.annotations.NullMarked;
