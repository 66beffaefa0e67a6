package dev.lookahead.worldmodel.episode;

/**
 * One component of a recorded state or proprioception vector.
 *
 * @param name what it is, for example {@code x} or {@code shoulder}
 * @param unit its unit, for example {@code px} or {@code rad}; {@code 1} if it has none
 */
public record SignalAxis(String name, String unit) {}
