/**
 * What a run leaves behind: an event log, TensorBoard scalars, curves, pictures.
 *
 * <p>Everything here is a consumer of events. A verb wires them together once and hands the result
 * to an algorithm that knows none of them:
 *
 * <pre>{@code
 * CurveLog curves = new CurveLog();
 * Consumer<Scalar> scalars = run.scalars().andThen(curves);
 * Consumer<TrainingEvent> events = run.events()::accept;
 * loop.train(events.andThen(event -> toScalars(event).forEach(scalars)));
 * run.write("curves.png", CurvePlot.png("two-room", "3,000 steps", panelsOf(curves)));
 * }</pre>
 */
@NullMarked
package dev.lookahead.launch.report;

import org.jspecify.annotations.NullMarked;
