package dev.lookahead.bridge.recording.mcap;

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
 * MCAP files as episodes. Both profiles are read, whichever is written.
 *
 * @param encoding of the messages that are written: ROS 2's CDR or ROS 1
 * @param settings of the files that are written
 * @param limits of the files that are read
 * @param nanoTime a clock that never goes back, for the interval at which a writer flushes
 */
public record McapFormat(
    MessageEncoding encoding, LogWriterSettings settings, LogLimits limits, LongSupplier nanoTime)
    implements RecordingFormat {

  /** Writes messages of ROS 2 in chunks of LZ4. */
  public static McapFormat ros2(LongSupplier nanoTime) {
    return new McapFormat(
        MessageEncoding.CDR, LogWriterSettings.defaults(), LogLimits.defaults(), nanoTime);
  }

  /** Writes messages of ROS 1 in chunks of LZ4. */
  public static McapFormat ros1(LongSupplier nanoTime) {
    return new McapFormat(
        MessageEncoding.ROS1, LogWriterSettings.defaults(), LogLimits.defaults(), nanoTime);
  }

  @Override
  public String name() {
    return encoding == MessageEncoding.CDR ? "mcap" : "mcap-ros1";
  }

  @Override
  public String description() {
    return encoding == MessageEncoding.CDR
        ? "MCAP file with messages of ROS 2; those of ROS 1 are read as well"
        : "MCAP file with messages of ROS 1";
  }

  @Override
  public boolean recognizes(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (RecordingFile file = RecordingFile.open(path)) {
      return McapFile.hasMagic(file);
    } catch (DataException unreadable) {
      return false;
    }
  }

  @Override
  public EpisodeSource open(Path path, RecordingMapping mapping) {
    return TopicRecording.open(McapFile.open(path, limits), mapping, limits);
  }

  @Override
  public List<Finding> check(Path path) {
    try (RecordingFile file = RecordingFile.open(path)) {
      if (!McapFile.hasMagic(file)) {
        return List.of(Finding.error(path.toString(), "this is no MCAP file"));
      }
      return McapCheck.of(file, limits);
    } catch (DataException damaged) {
      return List.of(Finding.error(path.toString(), String.valueOf(damaged.getMessage())));
    }
  }

  @Override
  public EpisodeSink create(Path path, DatasetSpec spec) throws IOException {
    return new TopicEpisodeSink(
        McapWriter.create(path, encoding, settings, nanoTime), spec, encoding);
  }
}
