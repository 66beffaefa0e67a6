package dev.lookahead.sim;

import dev.lookahead.worldmodel.CameraFrame;

/**
 * Draws a world's states at one frame size. Made by {@link World#renderer(FrameSize)}, which pays
 * for everything that does not move; equal states give equal bytes on every machine. Not
 * thread-safe: it reuses its buffers.
 */
public interface FrameRenderer {

  /**
   * Draws one state.
   *
   * @param state a state that {@link World#checkState(double[])} accepts; only read
   * @param stampNanos the stamp of the frame
   */
  CameraFrame render(double[] state, long stampNanos);

  /** Where in the frame the robot is drawn. */
  FramePoint locate(double[] state);
}
