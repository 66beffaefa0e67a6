package dev.lookahead.worldmodel.episode;

import java.nio.ByteBuffer;

/**
 * Pictures or clips to learn from, all of one form: a folder of pictures, CIFAR-10, frames of
 * recordings. Thread: one at a time.
 */
public interface PixelSource extends AutoCloseable {

  /** The form of every sample. */
  PixelForm form();

  /** How many samples there are. */
  int size();

  /**
   * Copies a sample, uint8 [T, H, W, 3], to the position of a buffer and moves it.
   *
   * @param number from zero
   * @throws DataException if it is damaged; names the file
   */
  void read(int number, ByteBuffer rgb);

  /** What it is, for a person. */
  String description();

  /** Changes whenever a sample might have. */
  String contentHash();

  @Override
  void close();
}
