package dev.lookahead.bridge.ros1.node;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Where a node has its time and its chance from.
 *
 * @param wallClock stamps messages while time is not simulated
 * @param nanoClock measures deadlines and silence; steady
 * @param random shortens pauses between attempts; used by one thread at a time
 */
public record NodeSources(
    InstantSource wallClock, LongSupplier nanoClock, RandomGenerator random) {}
