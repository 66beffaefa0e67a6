package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSplit;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import dev.lookahead.worldmodel.episode.PixelForm;
import dev.lookahead.worldmodel.episode.PixelSource;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Frames or clips of recorded episodes, whatever was done in them: a sample for every step that a
 * clip can start at.
 */
public final class EpisodePixels implements PixelSource {

  private final EpisodeSource source;
  private final String contentHash;
  private final PixelForm form;
  private final int stride;
  private final int[] episodes;
  private final int[] startsBefore;

  /**
   * Samples of some episodes.
   *
   * @param episodes their numbers
   * @param contentHash of the recording
   * @param frames of a clip T, one for pictures
   * @param stride steps from frame to frame
   * @throws DataException if none of the episodes is long enough
   */
  public EpisodePixels(
      EpisodeSource source, List<Integer> episodes, String contentHash, int frames, int stride) {
    if (frames < 1 || stride < 1) {
      throw new IllegalArgumentException(
          "frames and stride must be at least 1, got %d and %d".formatted(frames, stride));
    }
    this.source = source;
    this.contentHash = contentHash;
    this.form = new PixelForm(frames, source.spec().frameHeight(), source.spec().frameWidth());
    this.stride = stride;
    this.episodes = episodes.stream().mapToInt(Integer::intValue).toArray();
    this.startsBefore = new int[this.episodes.length + 1];
    for (int i = 0; i < this.episodes.length; i++) {
      int starts = Math.max(0, source.length(this.episodes[i]) - span());
      startsBefore[i + 1] = Math.addExact(startsBefore[i], starts);
    }
    if (size() == 0) {
      throw new DataException(
          source.location(),
          "a clip of %d frames, %d steps apart, needs episodes of more than %d frames, none of the %d episodes is that long"
              .formatted(frames, stride, span(), episodes.size()));
    }
  }

  /** Holds out whole episodes. */
  public static PixelSplit split(
      EpisodeSource source,
      String contentHash,
      int frames,
      int stride,
      double validationFraction,
      long seed) {
    if (source.size() < 2) {
      throw new DataException(
          source.location(),
          "pretraining needs at least 2 episodes, one of them to hold out, found " + source.size());
    }
    DatasetSplit split = DatasetSplit.draw(source.size(), validationFraction, seed);
    return new PixelSplit(
        new EpisodePixels(source, split.training(), contentHash, frames, stride),
        new EpisodePixels(source, split.validation(), contentHash, frames, stride));
  }

  private int span() {
    return (form.frames() - 1) * stride;
  }

  @Override
  public PixelForm form() {
    return form;
  }

  @Override
  public int size() {
    return startsBefore[episodes.length];
  }

  @Override
  public void read(int number, ByteBuffer rgb) {
    int index = episodeOf(number);
    int start = number - startsBefore[index];
    int bytes = source.spec().frameBytes();
    // A recording gives at least two frames; the other one may lie before the first.
    int from = span() == 0 && start > 0 ? start - 1 : start;
    // Training reads ahead on another thread while validation reads the same recording.
    synchronized (source) {
      Episode clip = source.clip(episodes[index], from, Math.max(2, start - from + span() + 1));
      ByteBuffer frames = clip.frames();
      for (int i = 0; i < form.frames(); i++) {
        int at = (start - from + i * stride) * bytes;
        rgb.put(frames.duplicate().position(at).limit(at + bytes));
      }
    }
  }

  /** The last episode with at most so many starts before it. */
  private int episodeOf(int number) {
    int low = 0;
    int high = episodes.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (startsBefore[middle] <= number) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  @Override
  public String description() {
    return "%s: %d samples of %s from %d of %d episodes"
        .formatted(source.spec().world(), size(), form, episodes.length, source.size());
  }

  @Override
  public String contentHash() {
    return contentHash;
  }

  @Override
  public void close() {
    source.close();
  }
}
