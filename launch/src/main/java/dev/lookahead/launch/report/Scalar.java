package dev.lookahead.launch.report;

/**
 * One measured number.
 *
 * @param tag what it is; the part before the first slash groups it, for example {@code loss/total}
 * @param step the step it belongs to, for example an optimiser step
 * @param value may be NaN or infinite: a diverged run is reported, not hidden
 */
public record Scalar(String tag, long step, double value) {}
