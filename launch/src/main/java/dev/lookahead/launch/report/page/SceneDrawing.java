package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.sim.FramePoint;
import dev.lookahead.sim.evaluation.EpisodeResult;
import dev.lookahead.worldmodel.CameraFrame;

/** An episode's path over the picture of its start, with start, goal and end marked. */
final class SceneDrawing {

  private static final double GOAL_RADIUS = 9;

  private final Stage stage;

  SceneDrawing(Stage stage) {
    this.stage = stage;
  }

  Markup of(EpisodeResult result) {
    PathTrace path =
        new PathTrace(result.trajectory().states().stream().map(stage::locate).toList());
    return frame(stage.scene(result.pair().start()), "scene", label(result))
        .add(path.line("halo"))
        .add(path.colored())
        .add(ring("start", path.start(), 4))
        .add(goal(stage.locate(result.pair().goal())))
        .add(ring("end", path.end(), 3));
  }

  /** A drawing whose background is a camera frame. */
  static Markup frame(CameraFrame background, String styleClass, String label) {
    return element("svg", styleClass)
        .with("viewBox", "0 0 " + background.width() + " " + background.height())
        .with("role", "img")
        .with("aria-label", label)
        .add(
            element("image")
                .with("href", Stage.dataUri(background))
                .with("width", background.width())
                .with("height", background.height()));
  }

  /** A ring with a cross in it. */
  private static Markup goal(FramePoint at) {
    double arm = GOAL_RADIUS + 4;
    Markup group = element("g", "goal");
    for (String layer : new String[] {"under", "over"}) {
      group.add(
          ring(layer, at, GOAL_RADIUS),
          stroke(layer, at.column() - arm, at.row(), at.column() - GOAL_RADIUS / 2, at.row()),
          stroke(layer, at.column() + GOAL_RADIUS / 2, at.row(), at.column() + arm, at.row()),
          stroke(layer, at.column(), at.row() - arm, at.column(), at.row() - GOAL_RADIUS / 2),
          stroke(layer, at.column(), at.row() + GOAL_RADIUS / 2, at.column(), at.row() + arm));
    }
    return group;
  }

  private static Markup ring(String styleClass, FramePoint at, double radius) {
    return element("circle", styleClass)
        .with("cx", at.column())
        .with("cy", at.row())
        .with("r", radius);
  }

  private static Markup stroke(String styleClass, double x1, double y1, double x2, double y2) {
    return element("line", styleClass).with("x1", x1).with("y1", y1).with("x2", x2).with("y2", y2);
  }

  private static String label(EpisodeResult result) {
    return "Path of episode %d over its start frame: %s after %s"
        .formatted(
            result.episode(),
            Outcome.of(result).words(),
            Wording.count(result.trajectory().steps(), "step"));
  }
}
