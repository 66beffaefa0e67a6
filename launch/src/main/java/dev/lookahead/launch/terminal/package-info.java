/**
 * What a person sees and what a script gets: exit codes, failure reports, progress, versions.
 *
 * <p>A verb throws; {@link dev.lookahead.launch.terminal.FailureReport} is the one place that turns
 * a throwable into a sentence, an advice and an {@link dev.lookahead.launch.terminal.ExitCode}. Two
 * ways to fail on purpose: the exceptions of the modules (each maps to one code), and {@link
 * dev.lookahead.launch.terminal.LaunchFailure} for what only the command line knows:
 *
 * <pre>{@code
 * throw new LaunchFailure(
 *     ExitCode.DATA, "no episodes in " + folder, "collect some: lookahead collect two-room");
 * }</pre>
 *
 * <p>Results of a verb go to {@link dev.lookahead.launch.terminal.Terminal#out()}; progress, notes
 * and failures go to {@code err}, so that {@code --json} output can be piped.
 */
@NullMarked
package dev.lookahead.launch.terminal;

import org.jspecify.annotations.NullMarked;
