package dev.lookahead.bridge.ros1.tf;

/**
 * A transform at a time.
 *
 * @param stampNanos since the epoch of the graph's clock
 */
public record StampedTransform(long stampNanos, RigidTransform transform) {}
