package dev.lookahead.launch.report.page;

import dev.lookahead.launch.report.Pictures;
import dev.lookahead.sim.FramePoint;
import dev.lookahead.sim.FrameRenderer;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.World;
import dev.lookahead.sim.evaluation.StateVector;
import dev.lookahead.worldmodel.CameraFrame;

/** Draws a world's states as pictures inside a page. Thread: one at a time. */
final class Stage {

  /** The side of a scene that paths are drawn over, in pixels. */
  static final int SCENE_SIDE = 224;

  private final FrameRenderer scene;
  private final FrameRenderer camera;

  /**
   * @param cameraSize of the frames the policy saw
   */
  Stage(World world, FrameSize cameraSize) {
    this.scene = world.renderer(FrameSize.square(SCENE_SIDE));
    this.camera = world.renderer(cameraSize);
  }

  /** A state, large. */
  CameraFrame scene(StateVector state) {
    return scene.render(widened(state), 0);
  }

  /** A state as the policy saw it. */
  CameraFrame seen(StateVector state) {
    return camera.render(widened(state), 0);
  }

  /** Where the robot is in a {@link #scene}. */
  FramePoint locate(StateVector state) {
    return scene.locate(widened(state));
  }

  /** A frame as the address of a picture that is its own content. */
  static String dataUri(CameraFrame frame) {
    return Pictures.dataUri(Pictures.image(frame, 1));
  }

  private static double[] widened(StateVector state) {
    double[] wide = new double[state.size()];
    for (int axis = 0; axis < wide.length; axis++) {
      wide[axis] = state.get(axis);
    }
    return wide;
  }
}
