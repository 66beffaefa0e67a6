package dev.lookahead.bridge.recording.lerobot;

import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The statistics of every feature over some frames. */
final class EpisodeStatistics {

  private static final int CHANNELS = 3;
  private static final int MIN_IMAGES = 100;
  private static final double IMAGES_POWER = 0.75;

  private final Map<String, FeatureStatistics> features = new LinkedHashMap<>();
  private final int pixelsPerFrame;

  EpisodeStatistics(int pixelsPerFrame) {
    this.pixelsPerFrame = pixelsPerFrame;
  }

  /**
   * Of one episode as it is written.
   *
   * @param rows the episode's columns
   */
  static EpisodeStatistics of(Episode episode, EpisodeColumns rows, double framesPerSecond) {
    DatasetSpec spec = episode.spec();
    EpisodeStatistics statistics = new EpisodeStatistics(spec.frameBytes() / CHANNELS);
    int length = episode.length();
    Map<String, FeatureStatistics> features = statistics.features;
    rows.vectors()
        .forEach(
            (name, vector) ->
                features.put(name, FeatureStatistics.of(vector.values(), vector.width())));
    features.put("timestamp", FeatureStatistics.ofSteps(0, 1 / framesPerSecond, length));
    features.put("frame_index", FeatureStatistics.ofSteps(0, 1, length));
    features.put("episode_index", FeatureStatistics.ofSteps(rows.number(), 0, length));
    features.put("index", FeatureStatistics.ofSteps(rows.datasetIndex(), 1, length));
    features.put("task_index", FeatureStatistics.ofSteps(rows.task(), 0, length));
    features.put(LeRobotSink.CAMERA, images(episode.frames(), length, spec.frameBytes()));
    return statistics;
  }

  /** Per channel, from 0 to 1, over as many images as LeRobot looks at. */
  private static FeatureStatistics images(ByteBuffer frames, int length, int frameBytes) {
    FeatureStatistics pixels = new FeatureStatistics(CHANNELS);
    int images = Math.min(length, Math.max(MIN_IMAGES, (int) Math.pow(length, IMAGES_POWER)));
    double[] pixel = new double[CHANNELS];
    for (int image = 0; image < images; image++) {
      int frame = images == 1 ? 0 : (int) Math.round((double) image * (length - 1) / (images - 1));
      for (int at = 0; at < frameBytes; at += CHANNELS) {
        for (int channel = 0; channel < CHANNELS; channel++) {
          pixel[channel] =
              Byte.toUnsignedInt(frames.get(frame * frameBytes + at + channel)) / 255.0;
        }
        pixels.add(pixel);
      }
    }
    return pixels;
  }

  /** Adds those of other frames. */
  void add(EpisodeStatistics other) {
    other.features.forEach(
        (name, added) ->
            features
                .computeIfAbsent(name, unused -> new FeatureStatistics(added.mean().length))
                .add(added));
  }

  /** How many frames a feature's statistics are of. */
  long count(String feature) {
    FeatureStatistics statistics = features.get(feature);
    if (statistics == null) {
      return 0;
    }
    boolean image = feature.equals(LeRobotSink.CAMERA);
    return image ? statistics.count() / pixelsPerFrame : statistics.count();
  }

  Map<String, FeatureStatistics> features() {
    return Collections.unmodifiableMap(features);
  }
}
