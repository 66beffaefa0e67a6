package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.sim.FramePoint;
import dev.lookahead.sim.evaluation.EpisodeResult;
import dev.lookahead.worldmodel.CameraFrame;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The paths of all episodes over one picture of the empty scene. */
final class PathAtlas {

  /** With fewer pictures the robot cannot be told from the scene. */
  static final int MIN_EPISODES = 3;

  private static final int MAX_BACKGROUND_FRAMES = 15;
  private static final int MAX_PATHS = 400;

  private final Stage stage;

  PathAtlas(Stage stage) {
    this.stage = stage;
  }

  /**
   * Draws the paths, failures on top.
   *
   * @param results at least {@link #MIN_EPISODES}
   */
  Markup of(List<EpisodeResult> results) {
    List<EpisodeResult> shown = results.subList(0, Math.min(MAX_PATHS, results.size()));
    Markup drawing =
        SceneDrawing.frame(
            emptyScene(shown),
            "scene atlas",
            "The paths of " + Wording.count(shown.size(), "episode") + " over the empty scene");
    shown.stream()
        .sorted(Comparator.comparing(Outcome::of).reversed())
        .forEach(result -> drawing.add(path(result)));
    return drawing;
  }

  private Markup path(EpisodeResult result) {
    PathTrace path =
        new PathTrace(result.trajectory().states().stream().map(stage::locate).toList());
    FramePoint end = path.end();
    FramePoint goal = stage.locate(result.pair().goal());
    return element("g", Outcome.of(result).styleClass())
        .add(
            path.line("way"),
            element("circle", "target")
                .with("cx", goal.column())
                .with("cy", goal.row())
                .with("r", 4),
            element("circle", "arrival")
                .with("cx", end.column())
                .with("cy", end.row())
                .with("r", 1.8));
  }

  /** What stays when the robot is somewhere else in each picture: the median of every sample. */
  private CameraFrame emptyScene(List<EpisodeResult> results) {
    int count = Math.min(MAX_BACKGROUND_FRAMES, results.size());
    byte[][] frames = new byte[count][];
    for (int i = 0; i < count; i++) {
      EpisodeResult result = results.get(i * results.size() / count);
      frames[i] = bytes(stage.scene(result.pair().start()));
    }
    byte[] median = new byte[frames[0].length];
    int[] samples = new int[count];
    for (int at = 0; at < median.length; at++) {
      for (int i = 0; i < count; i++) {
        samples[i] = frames[i][at] & 0xff;
      }
      Arrays.sort(samples);
      median[at] = (byte) samples[count / 2];
    }
    return new CameraFrame(Stage.SCENE_SIDE, Stage.SCENE_SIDE, median, 0);
  }

  private static byte[] bytes(CameraFrame frame) {
    byte[] bytes = new byte[frame.width() * frame.height() * 3];
    frame.rgb().get(bytes);
    return bytes;
  }
}
