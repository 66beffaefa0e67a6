/**
 * Figures that are drawn once and shown twice: as a part of a page, and as a picture of their own.
 *
 * <p>A {@link dev.lookahead.launch.report.figure.Figure} says which strokes it consists of; {@link
 * dev.lookahead.launch.report.figure.SvgCanvas} and {@link
 * dev.lookahead.launch.report.figure.RasterCanvas} put them on a page and into a PNG. Above them
 * are the kinds of figures that results need: curves ({@link
 * dev.lookahead.launch.report.figure.CurveFigure}), estimates with intervals in rows ({@link
 * dev.lookahead.launch.report.figure.IntervalRows}), a surface ({@link
 * dev.lookahead.launch.report.figure.HeatMap}) and strips of frames ({@link
 * dev.lookahead.launch.report.figure.FrameStrips}). Colours have roles ({@link
 * dev.lookahead.launch.report.figure.Ink}), and what a role looks like on a page stands in {@code
 * page.css}.
 */
@NullMarked
package dev.lookahead.launch.report.figure;

import org.jspecify.annotations.NullMarked;
