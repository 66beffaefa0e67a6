package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.picture.PictureFolder;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.EpisodeHash;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import dev.lookahead.worldmodel.episode.PixelForm;
import dev.lookahead.worldmodel.pretraining.CifarPictures;
import dev.lookahead.worldmodel.pretraining.EpisodePixels;
import dev.lookahead.worldmodel.pretraining.PixelSplit;
import java.nio.file.Path;

/** Where an encoder gets pixels to learn from. */
public sealed interface PretrainingData {

  /**
   * Opens the pixels and holds some out.
   *
   * @param form what the encoder takes
   * @throws DataException if there are none, or they do not fit; names both values
   */
  PixelSplit open(PixelForm form, double validationFraction, long seed);

  /** What to do if they cannot be opened, for a person. */
  String advice();

  /**
   * Frames of a simulated world, recorded first if they are not there yet, as {@code lookahead
   * collect} records them.
   *
   * @param collection what is recorded, and where to
   * @param stride steps from frame to frame of a clip
   */
  record SimulatorData(CollectionExperiment collection, int stride) implements PretrainingData {

    /** Two-Room. */
    public static SimulatorData defaults() {
      return new SimulatorData(CollectionExperiment.defaults(), 1);
    }

    @Override
    public PixelSplit open(PixelForm form, double validationFraction, long seed) {
      EpisodeDataset recorded = EpisodeDataset.open(collection.folder());
      return EpisodePixels.split(
          recorded, recorded.contentHash(), form.frames(), stride, validationFraction, seed);
    }

    @Override
    public String advice() {
      return "record into another folder with data.collection.folder=...";
    }
  }

  /**
   * Frames of any recording that {@code lookahead data} reads.
   *
   * @param path of the recording
   * @param mapping which camera; frames are resized to what the encoder takes, actions not needed
   * @param stride steps from frame to frame of a clip
   */
  record RecordingData(Path path, RecordingMapping mapping, int stride) implements PretrainingData {

    /** The format's own choice of a camera. */
    public static RecordingData defaults() {
      return new RecordingData(Path.of("recording"), RecordingMapping.defaults(), 1);
    }

    @Override
    public PixelSplit open(PixelForm form, double validationFraction, long seed) {
      RecordingMapping pixels = mapping.action().isEmpty() ? mapping.pixelsOnly() : mapping;
      EpisodeSource source = Recordings.openResized(path, pixels, form.width(), form.height());
      try {
        return EpisodePixels.split(
            source, EpisodeHash.outline(source), form.frames(), stride, validationFraction, seed);
      } catch (RuntimeException unfit) {
        source.close();
        throw unfit;
      }
    }

    @Override
    public String advice() {
      return "data.path must name a recording: an MCAP, bag or HDF5 file, or a folder of LeRobot,"
          + " of pictures, of videos or of lookahead collect";
    }
  }

  /**
   * A folder of JPEG and PNG files, folders in it included.
   *
   * @param folder where they are
   */
  record PicturesData(Path folder) implements PretrainingData {

    /** A folder called pictures. */
    public static PicturesData defaults() {
      return new PicturesData(Path.of("pictures"));
    }

    @Override
    public PixelSplit open(PixelForm form, double validationFraction, long seed) {
      return PixelSplit.draw(PictureFolder.open(folder, form), validationFraction, seed);
    }

    @Override
    public String advice() {
      return "data.folder must name a folder of JPEG or PNG files";
    }
  }

  /**
   * CIFAR-10 in its binary version.
   *
   * @param folder with {@code data_batch_1.bin} to {@code data_batch_5.bin}
   */
  record CifarData(Path folder) implements PretrainingData {

    /** The name of the folder in the published archive. */
    public static CifarData defaults() {
      return new CifarData(Path.of("cifar-10-batches-bin"));
    }

    @Override
    public PixelSplit open(PixelForm form, double validationFraction, long seed) {
      return PixelSplit.draw(CifarPictures.training(folder), validationFraction, seed);
    }

    @Override
    public String advice() {
      return "data.folder must name the folder that the archive of CIFAR-10's binary version holds";
    }
  }
}
