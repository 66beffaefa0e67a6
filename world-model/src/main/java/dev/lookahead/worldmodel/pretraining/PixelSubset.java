package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.episode.PixelForm;
import dev.lookahead.worldmodel.episode.PixelSource;
import java.nio.ByteBuffer;
import java.util.List;

/** Some samples of a source; closing it closes the source. */
final class PixelSubset implements PixelSource {

  private final PixelSource source;
  private final int[] numbers;

  PixelSubset(PixelSource source, List<Integer> numbers) {
    this.source = source;
    this.numbers = numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public PixelForm form() {
    return source.form();
  }

  @Override
  public int size() {
    return numbers.length;
  }

  /** Training reads ahead on another thread while validation reads: one at a time. */
  @Override
  public void read(int number, ByteBuffer rgb) {
    synchronized (source) {
      source.read(numbers[number], rgb);
    }
  }

  @Override
  public String description() {
    return source.description();
  }

  @Override
  public String contentHash() {
    return source.contentHash();
  }

  @Override
  public void close() {
    source.close();
  }
}
