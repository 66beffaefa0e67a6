/**
 * Offline results as pages for people: what one model is good for ({@link
 * dev.lookahead.launch.offline.page.RolloutPage}), and which of two is better ({@link
 * dev.lookahead.launch.offline.page.ComparisonPage}).
 *
 * <p>{@link dev.lookahead.launch.offline.page.RolloutPlates} and {@link
 * dev.lookahead.launch.offline.page.FilmPlates} draw the figures, {@link
 * dev.lookahead.launch.offline.page.RolloutTables} writes the tables; {@link
 * dev.lookahead.launch.offline.page.ReportFiles} puts all of it beside the measurements. Nothing
 * here measures or computes: every number comes from the results. Equal results give equal bytes,
 * so there is no date and no version on a page.
 */
@NullMarked
package dev.lookahead.launch.offline.page;

import org.jspecify.annotations.NullMarked;
