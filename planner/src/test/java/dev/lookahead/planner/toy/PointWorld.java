package dev.lookahead.planner.toy;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import java.util.List;

/**
 * A point on the unit square that moves by its action, at most 0.05 a step, and stops at the edge.
 * A frame of 2 x 1 pixels shows it: x in the first two channels of the left pixel (high byte
 * first), y in those of the right one.
 */
public final class PointWorld {

  /** At most 0.05 per step along each axis. */
  public static final ActionSpace SPACE =
      new ActionSpace(
          List.of(
              new ActionAxis("x", "1", -0.05f, 0.05f), new ActionAxis("y", "1", -0.05f, 0.05f)));

  private PointWorld() {}

  /** What the camera sees of a point. */
  public static CameraFrame frame(float x, float y) {
    int column = Math.round(x * 65535);
    int row = Math.round(y * 65535);
    byte[] rgb = {(byte) (column >> 8), (byte) column, 0, (byte) (row >> 8), (byte) row, 0};
    return new CameraFrame(2, 1, rgb, 0);
  }

  /** The observation of a point. */
  public static Observation observation(float x, float y) {
    return Observation.of(frame(x, y));
  }

  /** Where the point is along an axis. */
  public static float read(CameraFrame frame, int axis) {
    return (frame.sample(axis, 0, 0) * 256 + frame.sample(axis, 0, 1)) / 65535f;
  }

  /** One step along one axis. */
  public static float next(float position, float action) {
    return Math.max(0, Math.min(1, position + action));
  }
}
