package dev.lookahead.launch.offline;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The frames kept beside the measurements, each episode's read when it is first asked for. Thread:
 * one at a time.
 */
public final class RecordedFrames {

  private final MeasurementFolder folder;
  private final Map<Integer, Map<Integer, BufferedImage>> read = new HashMap<>();

  /** Of a folder. */
  public RecordedFrames(MeasurementFolder folder) {
    this.folder = folder;
  }

  /**
   * A frame, small.
   *
   * @throws dev.lookahead.worldmodel.episode.DataException if the episode's files are damaged
   * @throws IllegalArgumentException if it was not kept
   */
  public BufferedImage image(int episode, int frame) {
    BufferedImage image = read.computeIfAbsent(episode, this::images).get(frame);
    if (image == null) {
      throw new IllegalArgumentException(
          "frame %d of episode %d was not kept".formatted(frame, episode));
    }
    return image;
  }

  private Map<Integer, BufferedImage> images(int episode) {
    List<Integer> frames = folder.episode(episode).pictured();
    List<BufferedImage> images = FrameSheet.read(folder.sheet(episode), frames.size());
    Map<Integer, BufferedImage> byFrame = new HashMap<>();
    for (int i = 0; i < frames.size(); i++) {
      byFrame.put(frames.get(i), images.get(i));
    }
    return byFrame;
  }
}
