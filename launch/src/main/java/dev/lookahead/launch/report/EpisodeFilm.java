package dev.lookahead.launch.report;

import dev.lookahead.sim.FrameRenderer;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.World;
import dev.lookahead.sim.evaluation.EpisodeResult;
import dev.lookahead.sim.evaluation.StateVector;
import dev.lookahead.worldmodel.CameraFrame;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An episode as an animated GIF: what the camera sees beside what it shall see, enlarged so that
 * every pixel shows. Frames are drawn again from the states, as the policy saw them. A long episode
 * is shown in at most {@value #MAX_FRAMES} frames, first and last included, which stays below 1.5
 * MB.
 */
public final class EpisodeFilm {

  private static final int MAX_FRAMES = 101;
  private static final int SHOWN_SIDE = 256;

  /** A film of the most frames lasts 8 seconds. */
  private static final Duration DELAY = Duration.ofMillis(80);

  private static final Duration PAUSE = Duration.ofMillis(2500);

  private final FrameRenderer camera;
  private final String unit;
  private final int scale;

  /**
   * @param cameraSize of the frames the policy saw
   */
  public EpisodeFilm(World world, FrameSize cameraSize) {
    this.camera = world.renderer(cameraSize);
    this.unit = world.stateAxes().get(0).unit();
    this.scale = Math.max(1, SHOWN_SIDE / Math.max(cameraSize.width(), cameraSize.height()));
  }

  /** The bytes of the GIF. */
  public byte[] of(EpisodeResult result) {
    List<BufferedImage> frames = frames(result);
    GifWriter gif = new GifWriter(DELAY, frames.get(0));
    frames.subList(1, frames.size()).forEach(gif::add);
    return gif.finish(PAUSE);
  }

  /** The pictures of the film. */
  List<BufferedImage> frames(EpisodeResult result) {
    FilmFrame layout = new FilmFrame(picture(result.pair().goal()), unit);
    List<BufferedImage> frames = new ArrayList<>();
    int steps = result.trajectory().steps();
    int count = Math.min(MAX_FRAMES, steps + 1);
    for (int i = 0; i < count; i++) {
      int step = count == 1 ? 0 : (int) ((long) i * steps / (count - 1));
      boolean reached =
          result.successSteps().isPresent() && step >= result.successSteps().getAsInt();
      frames.add(
          layout.draw(
              picture(result.trajectory().states().get(step)),
              step,
              steps,
              result.trajectory().goalDistances().get(step),
              reached));
    }
    return frames;
  }

  private BufferedImage picture(StateVector state) {
    double[] wide = new double[state.size()];
    for (int axis = 0; axis < wide.length; axis++) {
      wide[axis] = state.get(axis);
    }
    CameraFrame frame = camera.render(wide, 0);
    return Pictures.image(frame, scale);
  }
}
