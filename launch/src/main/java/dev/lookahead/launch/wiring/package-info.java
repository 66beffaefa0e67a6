/**
 * The composition root: where a run's folder, versions and interrupt come from, and where engines,
 * models, planners and worlds are chosen.
 *
 * <pre>{@code
 * try (RunFolder run = RunFolder.create(out, RunRecord.of("train", preset, config, seeds, build), clock)) {
 *   ...                                  // run.events(), run.scalars(), run.write("report.html", bytes)
 *   run.finish(interrupt.requested() ? RunStatus.INTERRUPTED : RunStatus.COMPLETE);
 * }                                      // left without finish: failed
 * }</pre>
 */
@NullMarked
package dev.lookahead.launch.wiring;

import org.jspecify.annotations.NullMarked;
