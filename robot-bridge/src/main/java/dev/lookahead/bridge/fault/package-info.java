/**
 * Faults on purpose: a robot port that misbehaves in the eight ways of PX4's failure injection, and
 * a clock in which hours of misbehaviour pass in seconds, the same way every time.
 */
@NullMarked
package dev.lookahead.bridge.fault;

import org.jspecify.annotations.NullMarked;
