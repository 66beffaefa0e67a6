package dev.lookahead.launch.command;

import dev.lookahead.config.ConfigLoader;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.launch.wiring.CollectionExperiment;
import dev.lookahead.launch.wiring.LearningRun;
import dev.lookahead.launch.wiring.TrainingExperiment;
import dev.lookahead.launch.wiring.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code lookahead train}. */
@Command(
    name = "train",
    description = "Trains a world model on recorded episodes.",
    footer = {
      "",
      "Examples:",
      "  lookahead collect two-room && lookahead train two-room",
      "  lookahead train two-room training.steps=500 training.batch=32",
      "  lookahead train two-room-patches frozen.model=runs/pretrain-two-room-.../model",
      "  lookahead train --resume runs/train-two-room-20261121-103000"
    })
public final class TrainCommand extends LearningCommand<TrainingExperiment> {

  /** The verb in its context. */
  public TrainCommand(LaunchContext context) {
    super(context, "train", "experiment", TrainingExperiment.class);
  }

  @Override
  LearningRun open(TrainingExperiment experiment) throws IOException {
    Path data = experiment.data();
    if (!Files.exists(data)) {
      throw new LaunchFailure(
          ExitCode.DATA,
          "there are no episodes to train on: the folder " + data + " does not exist",
          "record them: lookahead collect " + recordingInto(data));
    }
    if (experiment.frozen().isEmpty()) {
      return TrainingRun.open(experiment, () -> false, progress -> {});
    }
    try (ProgressView view = progress("encode")) {
      return TrainingRun.open(experiment, context().interrupt()::requested, view);
    }
  }

  @Override
  long seed(TrainingExperiment experiment) {
    return experiment.training().seed();
  }

  /** The arguments with which {@code lookahead collect} records into a folder. */
  private String recordingInto(Path data) {
    ConfigLoader presets = context().presets();
    return presets.presets("collection").stream()
        .filter(
            preset ->
                presets
                    .load("collection", preset, List.of(), CollectionExperiment.class)
                    .folder()
                    .equals(data))
        .findFirst()
        .orElse("PRESET folder=" + data);
  }
}
