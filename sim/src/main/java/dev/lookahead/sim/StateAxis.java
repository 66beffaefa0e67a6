package dev.lookahead.sim;

/**
 * One component of a world's state vector.
 *
 * @param name what it is, for example {@code x} or {@code vx}; unique within a world
 * @param unit its unit, for example {@code px} or {@code m/s}
 */
public record StateAxis(String name, String unit) {}
