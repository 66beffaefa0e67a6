package dev.lookahead.launch.futures;

import dev.lookahead.sim.FrameSize;
import dev.lookahead.worldmodel.encoder.ConvEncoder;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A frozen encoder whose latent is the robot's position, (x - 5, y - 5) / 3 in m: the centre of
 * what has less green than the empty corridor. What is left to learn is the dynamics.
 */
final class CorridorEncoder {

  static final FrameSize SIZE = FrameSize.square(32);

  private static final int SQUARES = SIZE.width() / 2;
  private static final int KERNEL = 4;
  private static final double METRES = 10;
  private static final double CENTRE = 5;

  /** Metres of a latent's unit. */
  static final double SCALE = 3;

  private CorridorEncoder() {}

  static ConvEncoder architecture() {
    return new ConvEncoder(SIZE.height(), SIZE.width(), List.of(1), 2);
  }

  /** The latent of a position in m, also of one that no picture shows. */
  static float[] latent(double x, double y) {
    return new float[] {(float) ((x - CENTRE) / SCALE), (float) ((y - CENTRE) / SCALE)};
  }

  /** A position in m of the latent at an offset. */
  static double[] position(float[] latents, int offset) {
    return new double[] {CENTRE + SCALE * latents[offset], CENTRE + SCALE * latents[offset + 1]};
  }

  /**
   * Its parameters under the names of a model: the centre of what is darker than without the robot,
   * whose darkness in all is taken from recorded frames.
   */
  static ParameterSet fit(JepaConfig config, EpisodeDataset data, int episodes) {
    double[] empty = new double[SQUARES * SQUARES];
    double brightness = 0;
    int frames = 0;
    for (Episode episode : data.episodes().subList(0, episodes)) {
      for (int step = 0; step < episode.length(); step++) {
        double[] seen = squares(episode.frame(step).rgb());
        for (int i = 0; i < empty.length; i++) {
          empty[i] = Math.max(empty[i], seen[i]);
          brightness += seen[i];
        }
        frames++;
      }
    }
    double darkness = Arrays.stream(empty).sum() - brightness / frames;
    float[] weights = new float[2 * empty.length];
    double[] bias = new double[2];
    double pitch = 2 * METRES / SIZE.width();
    for (int i = 0; i < empty.length; i++) {
      int column = i % SQUARES;
      int row = i / SQUARES;
      double[] middle = {(column + 0.5) * pitch, (row + 0.5) * pitch};
      for (int axis = 0; axis < 2; axis++) {
        double weight = (middle[axis] - CENTRE) / SCALE / darkness;
        weights[axis * empty.length + i] = (float) -weight;
        bias[axis] += weight * empty[i];
      }
    }
    List<String> names =
        new Jepa(config).visionParameters().stream().map(ParameterSpec::name).toList();
    Map<String, HostTensor> values = new LinkedHashMap<>();
    values.put(names.get(0), HostTensor.owning(Shape.of(1, 3, KERNEL, KERNEL), averagingGreen()));
    values.put(names.get(1), HostTensor.owning(Shape.of(1), new float[1]));
    values.put(names.get(2), HostTensor.owning(Shape.of(2, empty.length), weights));
    values.put(
        names.get(3),
        HostTensor.owning(Shape.of(2), new float[] {(float) bias[0], (float) bias[1]}));
    return new ParameterSet(values);
  }

  private static float[] averagingGreen() {
    float[] kernel = new float[3 * KERNEL * KERNEL];
    Arrays.fill(kernel, KERNEL * KERNEL, 2 * KERNEL * KERNEL, 1f / (KERNEL * KERNEL));
    return kernel;
  }

  /** What the convolution makes of a frame: stride 2, one pixel of padding. */
  private static double[] squares(ByteBuffer rgb) {
    double[] squares = new double[SQUARES * SQUARES];
    for (int i = 0; i < squares.length; i++) {
      for (int k = 0; k < KERNEL * KERNEL; k++) {
        int row = 2 * (i / SQUARES) - 1 + k / KERNEL;
        int column = 2 * (i % SQUARES) - 1 + k % KERNEL;
        if (row >= 0 && column >= 0 && row < SIZE.height() && column < SIZE.width()) {
          int green = rgb.get(3 * (row * SIZE.width() + column) + 1) & 0xff;
          squares[i] += green / 255.0 / (KERNEL * KERNEL);
        }
      }
    }
    return squares;
  }
}
