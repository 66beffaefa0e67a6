/**
 * The reports of evaluations and drives as pages for people.
 *
 * <p>{@link dev.lookahead.launch.report.page.EvaluationPage} puts it together from top to bottom:
 * the {@link dev.lookahead.launch.report.page.Verdict} in a sentence, a {@link
 * dev.lookahead.launch.report.page.ResultsTable} per set of pairs, the {@link
 * dev.lookahead.launch.report.page.Gallery} of episodes, and the conditions. Everything is a {@link
 * dev.lookahead.launch.report.page.Markup} element, so that text from outside is escaped in one
 * place; colours and layout stand in {@code page.css}.
 */
@NullMarked
package dev.lookahead.launch.report.page;

import org.jspecify.annotations.NullMarked;
