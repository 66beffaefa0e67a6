package dev.lookahead.bridge.recording.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.filter.DeflatePipelineFilter;
import io.jhdf.filter.Filter;
import java.nio.file.Path;

/** A small file as others write it: chunked, deflated, with other types of numbers. */
final class ForeignFile {

  private static final int ROWS = 7;
  private static final int HEIGHT = 3;
  private static final int WIDTH = 4;

  private ForeignFile() {}

  static Path write(Path file) {
    return write(file, new int[] {4, 3}, new long[] {0, 4});
  }

  static Path write(Path file, int[] lengths, long[] offsets) {
    return write(file, lengths, offsets, new DeflatePipelineFilter());
  }

  static Path write(Path file, int[] lengths, long[] offsets, Filter filter) {
    DatasetCreationOptions packed =
        DatasetCreationOptions.builder()
            .chunkDimensions(2, HEIGHT, WIDTH, 3)
            .filter(filter)
            .unsigned()
            .build();
    try (WritableHdfFile into = HdfFile.write(file)) {
      into.putDataset("ep_len", lengths);
      into.putDataset("ep_offset", offsets);
      into.putDataset("pixels", pixels(), packed);
      into.putDataset("action", actions());
      into.putDataset("state", states());
      into.putDataset("note", new String[] {"a", "b"});
    }
    return file;
  }

  static int sample(int row, int y, int x, int channel) {
    return (row * 40 + y * 9 + x * 4 + channel * 100) % 256;
  }

  private static byte[][][][] pixels() {
    byte[][][][] pixels = new byte[ROWS][HEIGHT][WIDTH][3];
    for (int row = 0; row < ROWS; row++) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          for (int channel = 0; channel < 3; channel++) {
            pixels[row][y][x][channel] = (byte) sample(row, y, x, channel);
          }
        }
      }
    }
    return pixels;
  }

  /**
   * Row r has r and r - 2 (twice as much in the second episode's last but one); NaN where it ends.
   */
  private static double[][] actions() {
    return new double[][] {
      {0, -2}, {1, -1}, {2, 1}, {Double.NaN, Double.NaN}, {4, 2}, {6, 4}, {Double.NaN, Double.NaN}
    };
  }

  private static double[] states() {
    return new double[] {1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5};
  }
}
