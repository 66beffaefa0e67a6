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
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.nio.file.Path;
import java.util.List;

/** The recordings this program reads and writes. */
public final class Recordings {

  private static final List<RecordingFormat> FORMATS =
      List.of(
          new ShardFormat(),
          McapFormat.ros2(System::nanoTime),
          McapFormat.ros1(System::nanoTime),
          BagFormat.defaults(System::nanoTime),
          new LeRobotFormat(),
          new Hdf5Format(),
          FolderFormat.images(),
          FolderFormat.video(),
          FolderFormat.losslessVideo());

  private Recordings() {}

  /** All formats. */
  public static RecordingFormats formats() {
    return new RecordingFormats(FORMATS);
  }

  /**
   * Opens a recording for a model. Frames of a recording that is read through a mapping are resized
   * to what the model sees, unless the mapping says otherwise.
   *
   * @throws DataException if the recording does not fit the model; names both values and what to do
   */
  public static EpisodeSource openFor(WorldModelSpec spec, Path path, RecordingMapping mapping) {
    RecordingFormat format = formats().of(path);
    RecordingMapping resized =
        mapping.resizes() || format instanceof ShardFormat
            ? mapping
            : new RecordingMapping(
                mapping.camera(),
                mapping.action(),
                mapping.proprioception(),
                mapping.states(),
                mapping.rateHz(),
                spec.frameWidth(),
                spec.frameHeight());
    EpisodeSource source = format.open(path, resized);
    try {
      requireFit(spec, source, !mapping.action().isEmpty());
      return source;
    } catch (DataException unfit) {
      source.close();
      throw unfit;
    }
  }

  private static void requireFit(WorldModelSpec model, EpisodeSource source, boolean chosen) {
    DatasetSpec recorded = source.spec();
    if (recorded.frameWidth() != model.frameWidth()
        || recorded.frameHeight() != model.frameHeight()) {
      throw new DataException(
          source.location(),
          "the model sees frames of %dx%d, these are %dx%d; convert the recording: lookahead data convert ... frameWidth=%d frameHeight=%d"
              .formatted(
                  model.frameWidth(),
                  model.frameHeight(),
                  recorded.frameWidth(),
                  recorded.frameHeight(),
                  model.frameWidth(),
                  model.frameHeight()));
    }
    List<ActionAxis> acts = model.actionSpace().axes();
    List<ActionAxis> found = recorded.actionSpace().axes();
    // Who named the signals knows what they are, whatever they are called in the recording.
    boolean fits = chosen ? found.size() == acts.size() : names(found).equals(names(acts));
    if (!fits) {
      throw new DataException(
          source.location(),
          "the model acts by %s, recorded are %s; name the signals in the model's order with mapping.action"
              .formatted(acts, found));
    }
    if (model.proprioceptionSize() > 0
        && recorded.proprioceptionSize() != model.proprioceptionSize()) {
      throw new DataException(
          source.location(),
          "the model feels %d values, recorded are %s; choose them with mapping.proprioception"
              .formatted(model.proprioceptionSize(), recorded.proprioception()));
    }
  }

  private static List<String> names(List<ActionAxis> axes) {
    return axes.stream().map(axis -> axis.name() + " in " + axis.unit()).toList();
  }
}
