package dev.lookahead.worldmodel.lewm;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.checkpoint.SafetensorsReader;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the reference implementation computed on random weights. The files lie beside the
 * repository, or where the system property {@code lookahead.parity} says.
 */
final class LeWmFixture {

  static final Path PLACE =
      Path.of(System.getProperty("lookahead.parity", "../../../shared/parity"), "lewm");
  static final int IMAGE = 56;
  static final int BLOCK = 5;
  static final int AXES = 2;
  static final int WIDTH = 48;
  private static final LeWmArchitecture ARCHITECTURE =
      new LeWmArchitecture(IMAGE, 14, WIDTH, 3, 3, 192, 96, 3, 2, 4, 16, 96);

  private final SafetensorsReader io = SafetensorsReader.open(PLACE.resolve("io.safetensors"));

  static boolean present() {
    return Files.isDirectory(PLACE);
  }

  /** The model in this project's terms; actions are not standardised. */
  static Jepa jepa() {
    ActionAxis axis = new ActionAxis("x", "1", -10, 10);
    return new Jepa(
        ARCHITECTURE.config(
            new ActionSpace(List.of(axis, axis)), Standardizer.identity(AXES), BLOCK));
  }

  static ParameterSet weights() {
    SafetensorsReader reader = SafetensorsReader.open(PLACE.resolve("weights.safetensors"));
    return LeWmWeights.convert(ARCHITECTURE, reader::tensor);
  }

  /** A tensor of the reference, flat. */
  float[] values(String name) {
    return io.tensor(name).toArray();
  }

  /** Channels last: [B, 3, H, W] to [B, H, W, 3]. */
  float[] pixels(String name) {
    float[] planes = values(name);
    float[] pixels = new float[planes.length];
    int area = IMAGE * IMAGE;
    for (int i = 0; i < planes.length; i++) {
      int frame = i / (3 * area);
      int channel = i / area % 3;
      pixels[(frame * area + i % area) * 3 + channel] = planes[i];
    }
    return pixels;
  }

  /** The last frames of the context [frames, D]. */
  float[] context(int frames) {
    float[] all = values("context_embeddings");
    return Arrays.copyOfRange(all, all.length - frames * WIDTH, all.length);
  }
}
