package dev.lookahead.launch.wiring;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.checkpoint.BundleManifest;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a model can be measured on a recording; refusals name both values and what to do. */
final class RecordingFit {

  private RecordingFit() {}

  /**
   * Compares camera, action, proprioception and rate.
   *
   * @param chosen whether somebody named the signals of the action
   * @param anyRate whether frames may be farther apart or closer than those the model learned from
   * @throws DataException if the recording does not fit
   */
  static void require(BundleManifest model, EpisodeSource source, boolean chosen, boolean anyRate) {
    requireCamera(model.spec(), source);
    requireAction(model.spec(), source, chosen);
    requireProprioception(model.spec(), source);
    Optional<String> otherRate = anyRate ? Optional.empty() : otherRate(model, source);
    if (otherRate.isPresent()) {
      throw new DataException(
          source.location(),
          String.format(
              Locale.ROOT,
              "%s; ROS topics, and forms that do not say their rate, are read at the model's with mapping.rateHz=%s; to measure on the recording as it is, say anyRate=true",
              otherRate.get(),
              FrameRate.NANOS_PER_SECOND / model.framePeriodNanos().orElseThrow()));
    }
  }

  /** Both rates, if they are not the same; empty also if the bundle does not know the model's. */
  static Optional<String> otherRate(BundleManifest model, EpisodeSource source) {
    return FrameRate.other(model, source.spec().framePeriodNanos(), "this recording");
  }

  private static void requireCamera(WorldModelSpec model, EpisodeSource source) {
    DatasetSpec recorded = source.spec();
    if (recorded.frameWidth() != model.frameWidth()
        || recorded.frameHeight() != model.frameHeight()) {
      throw new DataException(
          source.location(),
          "the model sees frames of %dx%d, these are %dx%d; convert the recording: lookahead data convert ... --size %dx%d"
              .formatted(
                  model.frameWidth(),
                  model.frameHeight(),
                  recorded.frameWidth(),
                  recorded.frameHeight(),
                  model.frameWidth(),
                  model.frameHeight()));
    }
  }

  private static void requireAction(WorldModelSpec model, EpisodeSource source, boolean chosen) {
    List<ActionAxis> acts = model.actionSpace().axes();
    List<ActionAxis> found = source.spec().actionSpace().axes();
    // Who named the signals knows what they are, whatever they are called in the recording.
    boolean fits = chosen ? found.size() == acts.size() : names(found).equals(names(acts));
    if (!fits) {
      throw new DataException(
          source.location(),
          "the model acts by %s, recorded are %s; name the signals in the model's order with mapping.action"
              .formatted(acts, found));
    }
  }

  private static List<String> names(List<ActionAxis> axes) {
    return axes.stream().map(axis -> axis.name() + " in " + axis.unit()).toList();
  }

  private static void requireProprioception(WorldModelSpec model, EpisodeSource source) {
    DatasetSpec recorded = source.spec();
    if (model.proprioceptionSize() > 0
        && recorded.proprioceptionSize() != model.proprioceptionSize()) {
      throw new DataException(
          source.location(),
          "the model feels %d values, recorded are %s; choose them with mapping.proprioception"
              .formatted(model.proprioceptionSize(), recorded.proprioception()));
    }
  }
}
