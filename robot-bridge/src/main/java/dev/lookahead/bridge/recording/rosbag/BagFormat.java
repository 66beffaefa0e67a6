package dev.lookahead.bridge.recording.rosbag;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.LogWriterSettings;
import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.RecordingFile;
import dev.lookahead.bridge.recording.topics.TopicEpisodeSink;
import dev.lookahead.bridge.recording.topics.TopicRecording;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * ROS bags as episodes.
 *
 * @param settings of the bags that are written
 * @param limits of the bags that are read
 * @param nanoTime a clock that never goes back, for the interval at which a writer flushes
 */
public record BagFormat(LogWriterSettings settings, LogLimits limits, LongSupplier nanoTime)
    implements RecordingFormat {

  /** Writes chunks of LZ4. */
  public static BagFormat defaults(LongSupplier nanoTime) {
    return new BagFormat(LogWriterSettings.defaults(), LogLimits.defaults(), nanoTime);
  }

  @Override
  public String name() {
    return "bag";
  }

  @Override
  public String description() {
    return "ROS bag of version 2.0, complete or .active";
  }

  @Override
  public boolean recognizes(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (RecordingFile file = RecordingFile.open(path)) {
      return BagFile.hasMagic(file);
    } catch (DataException unreadable) {
      return false;
    }
  }

  @Override
  public EpisodeSource open(Path path, RecordingMapping mapping) {
    return TopicRecording.open(BagFile.open(path, limits), mapping, limits);
  }

  @Override
  public List<Finding> check(Path path) {
    try (RecordingFile file = RecordingFile.open(path)) {
      if (!BagFile.hasMagic(file)) {
        return List.of(Finding.error(path.toString(), "this is no bag of version 2.0"));
      }
      return BagCheck.of(file, limits);
    } catch (DataException damaged) {
      return List.of(Finding.error(path.toString(), String.valueOf(damaged.getMessage())));
    }
  }

  @Override
  public EpisodeSink create(Path path, DatasetSpec spec) throws IOException {
    return new TopicEpisodeSink(
        BagWriter.create(path, settings, nanoTime), spec, MessageEncoding.ROS1);
  }
}
