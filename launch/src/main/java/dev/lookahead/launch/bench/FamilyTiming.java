package dev.lookahead.launch.bench;

/**
 * One timed pass.
 *
 * @param speed of it
 * @param residentMegabytes of this process's memory with the model in it, 10^6 bytes; 0 where the
 *     system does not tell
 */
public record FamilyTiming(BenchRow speed, double residentMegabytes) {}
