package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingFormats;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.folder.FolderFormat;
import dev.lookahead.bridge.recording.hdf5.Hdf5Format;
import dev.lookahead.bridge.recording.lerobot.LeRobotFormat;
import dev.lookahead.bridge.recording.mcap.McapFormat;
import dev.lookahead.bridge.recording.rosbag.BagFormat;
import dev.lookahead.bridge.recording.shards.ShardFormat;
import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.checkpoint.BundleManifest;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The recordings this program reads and writes. */
public final class Recordings {

  private static final List<RecordingFormat> FORMATS =
      List.of(
          new ShardFormat(),
          McapFormat.ros2(System::nanoTime),
          McapFormat.ros1(System::nanoTime),
          BagFormat.defaults(System::nanoTime),
          LeRobotFormat.video(),
          LeRobotFormat.images(),
          new Hdf5Format(),
          FolderFormat.images(),
          FolderFormat.video(),
          FolderFormat.losslessVideo());

  private Recordings() {}

  /** What somebody should know who measures a model on a recording all the same. */
  public static Optional<String> warning(BundleManifest model, EpisodeSource source) {
    return RecordingFit.otherRate(model, source);
  }

  /** All formats. */
  public static RecordingFormats formats() {
    return new RecordingFormats(FORMATS);
  }

  /**
   * Opens a recording for a model. Frames of a recording that is read through a mapping are resized
   * to what the model sees, unless the mapping says otherwise.
   *
   * @param anyRate whether a recording with another time between its frames is taken as it is
   * @throws DataException if the recording does not fit the model; names both values and what to do
   */
  public static EpisodeSource openFor(
      BundleManifest model, Path path, RecordingMapping mapping, boolean anyRate) {
    WorldModelSpec spec = model.spec();
    EpisodeSource source = openResized(path, mapping, spec.frameWidth(), spec.frameHeight());
    try {
      RecordingFit.require(model, source, !mapping.action().isEmpty(), anyRate);
      return source;
    } catch (DataException unfit) {
      source.close();
      throw unfit;
    }
  }

  /**
   * Opens a recording with its frames resized, unless the mapping says otherwise. Our own shards
   * are never resized: they come as they are.
   */
  static EpisodeSource openResized(Path path, RecordingMapping mapping, int width, int height) {
    RecordingFormat format = formats().of(path);
    RecordingMapping resized =
        mapping.resizes() || format instanceof ShardFormat
            ? mapping
            : mapping.resizedTo(width, height);
    return format.open(path, resized);
  }
}
