package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A bright dot on a dark square of 16 x 16 pixels, moved by actions in pixels per step: the
 * smallest world with something to predict.
 */
public final class MovingDot {

  public static final int SIDE = 16;
  public static final ActionSpace ACTIONS =
      new ActionSpace(List.of(new ActionAxis("x", "px", -2, 2), new ActionAxis("y", "px", -2, 2)));

  private MovingDot() {}

  /** Draws the dot; x to the right and y down in pixels, bytes [SIDE, SIDE, 3]. */
  public static byte[] draw(float x, float y) {
    byte[] rgb = new byte[SIDE * SIDE * 3];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double distance = (column - x) * (column - x) + (row - y) * (row - y);
        byte value = (byte) Math.round(255 * Math.exp(-distance / 4));
        for (int channel = 0; channel < 3; channel++) {
          rgb[(row * SIDE + column) * 3 + channel] = value;
        }
      }
    }
    return rgb;
  }

  public static CameraFrame frame(float x, float y) {
    return new CameraFrame(SIDE, SIDE, draw(x, y), 0);
  }

  /**
   * Random walks.
   *
   * @param frames overwritten with [B, F, SIDE, SIDE, 3]
   * @param actions overwritten with [B, F - 1, K, 2]
   */
  public static void clips(
      RandomGenerator random, int batch, int length, int block, byte[] frames, float[] actions) {
    int frameBytes = SIDE * SIDE * 3;
    int action = 0;
    for (int clip = 0; clip < batch; clip++) {
      float x = 2 + 12 * random.nextFloat();
      float y = 2 + 12 * random.nextFloat();
      for (int step = 0; step < length; step++) {
        int at = (clip * length + step) * frameBytes;
        System.arraycopy(draw(x, y), 0, frames, at, frameBytes);
        for (int k = 0; step < length - 1 && k < block; k++) {
          float dx = 4 * random.nextFloat() - 2;
          float dy = 4 * random.nextFloat() - 2;
          actions[action++] = dx;
          actions[action++] = dy;
          x = Math.max(1, Math.min(SIDE - 2, x + dx));
          y = Math.max(1, Math.min(SIDE - 2, y + dy));
        }
      }
    }
  }
}
