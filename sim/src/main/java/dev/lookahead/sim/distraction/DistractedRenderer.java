package dev.lookahead.sim.distraction;

import dev.lookahead.sim.FramePoint;
import dev.lookahead.sim.FrameRenderer;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.worldmodel.CameraFrame;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Draws a world, darkens it with a texture of smooth random patches, and lays half-transparent
 * discs over it, which travel straight and turn back at the frame's edges.
 */
final class DistractedRenderer implements FrameRenderer {

  /** Patches of the texture from edge to edge. */
  private static final int PATCHES = 10;

  private static final double OPACITY = 0.7;

  /** No red and no green: the robots of the embedded worlds have these. */
  private static final int[][] COLOURS = {{40, 60, 230}, {230, 190, 30}, {190, 50, 200}};

  private final FrameRenderer scene;
  private final FrameSize size;
  private final double radius;
  private final float[] brightness;
  private final Course[] courses;
  private final byte[] rgb;

  /** A disc's way over the unit square: position at time zero, velocity per second, colour. */
  private record Course(double x, double y, double vx, double vy, int colour) {}

  DistractedRenderer(FrameRenderer scene, FrameSize size, Distraction distraction) {
    this.scene = scene;
    this.size = size;
    this.radius = distraction.discRadius() * size.width();
    this.rgb = new byte[size.width() * size.height() * 3];
    SplittableRandom random = new SplittableRandom(distraction.seed());
    this.brightness = texture(size, distraction.texture(), random);
    this.courses = new Course[distraction.discs()];
    for (int i = 0; i < courses.length; i++) {
      double angle = random.nextDouble(2 * StrictMath.PI);
      courses[i] =
          new Course(
              random.nextDouble(2),
              random.nextDouble(2),
              distraction.speed() * StrictMath.cos(angle),
              distraction.speed() * StrictMath.sin(angle),
              i % COLOURS.length);
    }
  }

  /** What each channel is multiplied with, [height, width, 3]: values between random corners. */
  private static float[] texture(FrameSize size, float strength, RandomGenerator random) {
    int corners = PATCHES + 1;
    double[] values = new double[corners * corners * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble();
    }
    float[] texture = new float[size.width() * size.height() * 3];
    for (int i = 0; i < texture.length; i++) {
      int channel = i % 3;
      int column = i / 3 % size.width();
      int row = i / 3 / size.width();
      double x = (column + 0.5) * PATCHES / size.width();
      double y = (row + 0.5) * PATCHES / size.height();
      int left = (int) x;
      int top = (int) y;
      double upper = mix(values, top, left, channel, x - left);
      double lower = mix(values, top + 1, left, channel, x - left);
      texture[i] = (float) (1 - strength * (upper + (lower - upper) * (y - top)));
    }
    return texture;
  }

  private static double mix(double[] values, int row, int left, int channel, double share) {
    int at = (row * (PATCHES + 1) + left) * 3 + channel;
    return values[at] + (values[at + 3] - values[at]) * share;
  }

  @Override
  public CameraFrame render(double[] state, long stampNanos) {
    CameraFrame frame = scene.render(DistractedWorld.without(state), stampNanos);
    frame.rgb().get(rgb);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (int) ((rgb[i] & 0xff) * brightness[i]);
    }
    for (Course course : courses) {
      lay(course, state[state.length - 1]);
    }
    return new CameraFrame(size.width(), size.height(), rgb, stampNanos);
  }

  private void lay(Course course, double seconds) {
    double x = folded(course.x() + course.vx() * seconds) * size.width();
    double y = folded(course.y() + course.vy() * seconds) * size.height();
    for (int row = Math.max(0, (int) (y - radius - 1));
        row < Math.min(size.height(), (int) (y + radius + 2));
        row++) {
      for (int column = Math.max(0, (int) (x - radius - 1));
          column < Math.min(size.width(), (int) (x + radius + 2));
          column++) {
        double dx = column + 0.5 - x;
        double dy = row + 0.5 - y;
        // One pixel of slope at the rim instead of steps.
        double inside = radius + 0.5 - Math.sqrt(dx * dx + dy * dy);
        blend(3 * (row * size.width() + column), course, Math.max(0, Math.min(1, inside)));
      }
    }
  }

  private void blend(int at, Course course, double covered) {
    for (int channel = 0; channel < 3; channel++) {
      int under = rgb[at + channel] & 0xff;
      double over = COLOURS[course.colour()][channel] - under;
      rgb[at + channel] = (byte) (int) (under + over * OPACITY * covered);
    }
  }

  /** A way of any length folded into [0, 1]: forth and back. */
  private static double folded(double way) {
    double within = way - 2 * Math.floor(way / 2);
    return within <= 1 ? within : 2 - within;
  }

  @Override
  public FramePoint locate(double[] state) {
    return scene.locate(DistractedWorld.without(state));
  }
}
