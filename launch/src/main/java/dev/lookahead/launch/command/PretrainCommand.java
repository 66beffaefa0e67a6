package dev.lookahead.launch.command;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.launch.wiring.CollectedEpisodes;
import dev.lookahead.launch.wiring.LearningRun;
import dev.lookahead.launch.wiring.PretrainingData.SimulatorData;
import dev.lookahead.launch.wiring.PretrainingExperiment;
import dev.lookahead.launch.wiring.PretrainingRun;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code lookahead pretrain}. */
@Command(
    name = "pretrain",
    description = {
      "Pretrains an encoder on pictures or clips, without labels or actions: what is hidden is"
          + " predicted from what is seen, in latent space.",
      "Leaves a bundle of the encoder. The frames of a simulated world are recorded first if they"
          + " are not there."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead pretrain two-room",
      "  lookahead pretrain two-room-video training.steps=300",
      "  lookahead pretrain cifar-10 data.folder=cifar-10-batches-bin",
      "  lookahead pretrain pictures data.folder=photos",
      "  lookahead pretrain recording data.path=drive.mcap data.mapping.camera=/camera/image_raw",
      "  lookahead pretrain --resume runs/pretrain-two-room-20261121-103000",
      "  lookahead ablate pretraining              # what each of its choices is worth: one table"
    })
public final class PretrainCommand extends LearningCommand<PretrainingExperiment> {

  /** The verb in its context. */
  public PretrainCommand(LaunchContext context) {
    super(context, "pretrain", "pretraining", PretrainingExperiment.class);
  }

  @Override
  LearningRun open(PretrainingExperiment experiment) throws IOException {
    if (experiment.data() instanceof SimulatorData simulated) {
      try (ProgressView view = progress("collect")) {
        boolean complete =
            CollectedEpisodes.record(
                simulated.collection(), context().interrupt()::requested, view, context().nanos());
        if (!complete) {
          throw new LaunchFailure(
              ExitCode.INTERRUPTED, "stopped while recording frames", "start it again to go on");
        }
      }
    }
    return new PretrainingRun(experiment);
  }

  @Override
  long seed(PretrainingExperiment experiment) {
    return experiment.training().seed();
  }
}
