package dev.lookahead.sim.tworoom;

import dev.lookahead.sim.FramePoint;
import dev.lookahead.sim.FrameRenderer;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.raster.Viewport;
import dev.lookahead.worldmodel.CameraFrame;

/**
 * Draws Two-Room as published: white rooms, black walls, and the agent as a red dot whose opacity
 * is a Gaussian with standard deviation 7 px, scaled to 1 at the nearest pixel, blended in single
 * precision and truncated to a byte.
 *
 * <p>At 224x224 the frames are those of {@code env.py} up to rounding (1 of 255). At any other size
 * the same scene is drawn at that size: walls by their exact coverage of each pixel, the dot at the
 * pixel centres.
 */
final class TwoRoomRenderer implements FrameRenderer {

  private static final float WHITE = 255;

  /** Pixel {@code i} of the published image is centred on coordinate {@code i}. */
  private static final double EDGE = -0.5;

  private static final double TWO_VARIANCES = 2.0 * TwoRoom.AGENT_RADIUS * TwoRoom.AGENT_RADIUS;

  /** Below an opacity of 2^-25, {@code 1 - a} is 1 in single precision: the dot ends there. */
  private static final double FAINTEST_LOG2 = 25;

  private final Viewport viewport;
  private final byte[] scenery;
  private final byte[] rgb;
  private final double[] opacityX;
  private final double[] opacityY;
  private final double reach;

  TwoRoomRenderer(FrameSize size) {
    viewport = Viewport.stretched(size, EDGE, EDGE, TwoRoom.IMAGE_SIDE, TwoRoom.IMAGE_SIDE);
    scenery = scenery(viewport);
    rgb = new byte[scenery.length];
    opacityX = new double[size.width()];
    opacityY = new double[size.height()];
    double nearestPixelAtMost =
        (viewport.pitchX() * viewport.pitchX() + viewport.pitchY() * viewport.pitchY()) / 4;
    reach = Math.sqrt(TWO_VARIANCES * FAINTEST_LOG2 * StrictMath.log(2) + nearestPixelAtMost);
  }

  private static byte[] scenery(Viewport viewport) {
    float[] walls = TwoRoomScenery.walls().coverage(viewport);
    byte[] rgb = new byte[walls.length * 3];
    for (int pixel = 0; pixel < walls.length; pixel++) {
      byte level = (byte) Math.round(WHITE * (1 - walls[pixel]));
      rgb[3 * pixel] = level;
      rgb[3 * pixel + 1] = level;
      rgb[3 * pixel + 2] = level;
    }
    return rgb;
  }

  @Override
  public CameraFrame render(double[] state, long stampNanos) {
    System.arraycopy(scenery, 0, rgb, 0, rgb.length);
    int width = viewport.size().width();
    int height = viewport.size().height();
    int left = Math.max(0, (int) viewport.column(state[0] - reach));
    int right = Math.min(width, (int) viewport.column(state[0] + reach) + 1);
    int top = Math.max(0, (int) viewport.row(state[1] - reach));
    int bottom = Math.min(height, (int) viewport.row(state[1] + reach) + 1);

    double peakX = 0;
    for (int column = left; column < right; column++) {
      opacityX[column] = gaussian(viewport.centreX(column) - state[0]);
      peakX = Math.max(peakX, opacityX[column]);
    }
    double peakY = 0;
    for (int row = top; row < bottom; row++) {
      opacityY[row] = gaussian(viewport.centreY(row) - state[1]);
      peakY = Math.max(peakY, opacityY[row]);
    }
    float peak = (float) (peakX * peakY);
    for (int row = top; row < bottom; row++) {
      int at = 3 * (row * width + left);
      for (int column = left; column < right; column++, at += 3) {
        blend(at, (float) (opacityX[column] * opacityY[row]) / peak);
      }
    }
    return new CameraFrame(width, height, rgb, stampNanos);
  }

  @Override
  public FramePoint locate(double[] state) {
    return new FramePoint(viewport.column(state[0]), viewport.row(state[1]));
  }

  private static double gaussian(double distance) {
    return StrictMath.exp(-distance * distance / TWO_VARIANCES);
  }

  /** Red over grey: all three channels start equal, and only red is added. */
  private void blend(int at, float opacity) {
    float faded = (scenery[at] & 0xff) * (1 - opacity);
    rgb[at] = (byte) (int) (faded + WHITE * opacity);
    rgb[at + 1] = (byte) (int) faded;
    rgb[at + 2] = rgb[at + 1];
  }
}
