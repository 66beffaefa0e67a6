package dev.lookahead.launch.command.published;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an import may be told besides the folder, some of it for some families only. */
final class ImportOptions {

  private static final int MOST_CONTEXT = 64;

  @Option(
      names = "--frame",
      paramLabel = "HxW",
      description =
          "Height and width of the frames it will see (default: what it was trained on); added positions are interpolated.")
  private @Nullable String frame;

  @Option(
      names = "--encoder",
      paramLabel = "FOLDER",
      description =
          "For vjepa2-ac: the V-JEPA 2 encoder of its predictor, if the weights hold none; a published folder or a bundle.")
  private @Nullable Path encoder;

  @Option(
      names = "--context",
      paramLabel = "FRAMES",
      defaultValue = "1",
      description =
          "For vjepa2-ac: the frames a plan starts from (default: ${DEFAULT-VALUE}, as in the paper).")
  private int contextFrames = 1;

  @Mixin private final AxisOptions actions = new AxisOptions();

  /** The frames it will see; none for those it was trained on. */
  Optional<FrameSize> frame() {
    return Optional.ofNullable(frame).map(FrameSize::of);
  }

  /** Where the encoder lies, if not in the folder itself. */
  @Nullable Path encoder() {
    return encoder;
  }

  /** The frames a plan starts from. */
  int contextFrames() {
    if (contextFrames < 1 || contextFrames > MOST_CONTEXT) {
      throw new IllegalArgumentException(
          "--context should be 1 to " + MOST_CONTEXT + ", got " + contextFrames);
    }
    return contextFrames;
  }

  /** What the weights do not say about actions. */
  AxisOptions actions() {
    return actions;
  }

  /** Refuses frames of another size for a family that has one size. */
  void refuseFrame(String family) {
    refuse(frame != null, "--frame", "encoders of patch tokens", family);
  }

  /** Refuses actions for a family that has none. */
  void refuseActions(String family) {
    refuse(actions.given(), "--axis", "vjepa2-ac and lewm", family);
  }

  /** Refuses what only a predictor without its encoder needs. */
  void refusePredictor(String family) {
    refuse(encoder != null, "--encoder", "vjepa2-ac", family);
    refuse(contextFrames != 1, "--context", "vjepa2-ac", family);
  }

  private static void refuse(boolean given, String option, String wanted, String family) {
    if (given) {
      throw new IllegalArgumentException(
          "%s is for %s only, this is %s".formatted(option, wanted, family));
    }
  }
}
