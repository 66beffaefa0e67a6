package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.episode.PixelForm;
import dev.lookahead.worldmodel.episode.PixelSource;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/**
 * Pictures or clips of 16 x 16 pixels with a bright square somewhere; brighter patches around it.
 */
final class SquaresSource implements PixelSource {

  static final int SIDE = 16;

  private final int frames;
  private final int size;
  private final long seed;

  SquaresSource(int frames, int size, long seed) {
    this.frames = frames;
    this.size = size;
    this.seed = seed;
  }

  static PixelSplit split(int frames) {
    return new PixelSplit(new SquaresSource(frames, 200, 1), new SquaresSource(frames, 40, 2));
  }

  @Override
  public PixelForm form() {
    return new PixelForm(frames, SIDE, SIDE);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void read(int number, ByteBuffer rgb) {
    SplittableRandom random = new SplittableRandom(seed * 100_000 + number);
    int x = random.nextInt(SIDE - 6);
    int y = random.nextInt(SIDE - 6);
    int shade = 20 + random.nextInt(60);
    for (int i = 0; i < frames * SIDE * SIDE; i++) {
      int column = i % SIDE;
      int row = i / SIDE % SIDE;
      boolean inside = column >= x && column < x + 6 && row >= y && row < y + 6;
      for (int channel = 0; channel < 3; channel++) {
        rgb.put((byte) (inside ? 250 - 40 * channel : shade));
      }
    }
  }

  @Override
  public String description() {
    return "squares";
  }

  @Override
  public String contentHash() {
    return "squares " + seed;
  }

  @Override
  public void close() {}
}
