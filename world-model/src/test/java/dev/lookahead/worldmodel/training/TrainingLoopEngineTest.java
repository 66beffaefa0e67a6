package dev.lookahead.worldmodel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.MemoryFolder;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSplit;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import dev.lookahead.worldmodel.training.TrainingEvent.Ended;
import dev.lookahead.worldmodel.training.TrainingEvent.Saved;
import dev.lookahead.worldmodel.training.TrainingEvent.Started;
import dev.lookahead.worldmodel.training.TrainingEvent.Stepped;
import dev.lookahead.worldmodel.training.TrainingEvent.Validated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLoopEngineTest {

  private static final TrainingSettings SETTINGS = DotTraining.SETTINGS;

  @TempDir(factory = MemoryFolder.class)
  static Path folder;

  private final Path checkpoint = folder.resolve("checkpoint.safetensors");

  @Test
  void theLossFallsAndEverythingIsReported() throws Exception {
    DotTraining training = training(dots(), Integer.MAX_VALUE);
    TrainingResult result = training.start();

    assertThat(result.status()).isEqualTo(TrainingStatus.COMPLETED);
    assertThat(result.state().step()).isEqualTo(30);
    assertThat(training.events.get(0))
        .isEqualTo(new Started(0, 30, result.state().firstMoments().count(), 8, 2));
    assertThat(training.of(Stepped.class)).extracting(Stepped::step).hasSize(30).isSorted();
    assertThat(training.of(Validated.class))
        .extracting(Validated::step)
        .containsExactly(10L, 20L, 30L);
    assertThat(training.of(Saved.class)).extracting(Saved::step).containsExactly(8L, 16L, 24L, 30L);
    assertThat(training.events.get(training.events.size() - 1))
        .isEqualTo(new Ended(30, TrainingStatus.COMPLETED, "all 30 steps taken"));
    assertThat(training.losses().get(0).keySet())
        .containsExactly("total", "prediction", "rollout", "sig_reg", "inverse_dynamics");
    List<Validated> validated = training.of(Validated.class);
    assertThat(validated.get(2).losses().get("total"))
        .isLessThan(validated.get(0).losses().get("total"));
    Stepped last = training.of(Stepped.class).get(29);
    assertThat(last.learningRate()).isEqualTo(SETTINGS.schedule().at(29));
    assertThat(last.clips()).isEqualTo(8);
  }

  @Test
  void anInterruptedAndResumedTrainingGivesTheBitsOfAnUninterruptedOne() throws Exception {
    DotTraining whole = training(dots(), Integer.MAX_VALUE);
    TrainingResult expected = whole.start();

    List<Map<String, Float>> losses = new ArrayList<>();
    List<Validated> validated = new ArrayList<>();
    DotTraining first = training(dots(), 10);
    TrainingResult interrupted = first.start();
    assertThat(interrupted.status()).isEqualTo(TrainingStatus.INTERRUPTED);
    assertThat(interrupted.reason()).isEqualTo("stopped after 10 of 30 steps");
    DotTraining second = training(dots(), 7);
    assertThat(second.resume().state().step()).isEqualTo(17);
    DotTraining third = training(dots(), Integer.MAX_VALUE);
    TrainingResult found = third.resume();

    for (DotTraining part : List.of(first, second, third)) {
      losses.addAll(part.losses());
      validated.addAll(part.of(Validated.class));
    }
    assertThat(losses).isEqualTo(whole.losses());
    assertThat(validated).isEqualTo(whole.of(Validated.class));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void aTrainingWithoutStepsLeftIsValidatedAndEnds() throws Exception {
    TrainingResult expected = training(dots(), Integer.MAX_VALUE).start();

    DotTraining again = training(dots(), Integer.MAX_VALUE);
    assertThat(again.resume()).isEqualTo(expected);
    assertThat(again.of(Stepped.class)).isEmpty();
    assertThat(again.of(Validated.class)).hasSize(1);
  }

  @Test
  void aWishToStopAtTheLastStepDoesNotUndoIt() throws Exception {
    assertThat(training(dots(), 30).start().status()).isEqualTo(TrainingStatus.COMPLETED);
  }

  @Test
  void heldOutEpisodesChangeValidationAndNothingElse() throws Exception {
    List<Integer> heldOut =
        DatasetSplit.draw(MovingDotEpisodes.COUNT, SETTINGS.validationFraction(), SETTINGS.seed())
            .validation();
    assertThat(heldOut).hasSize(2);
    EpisodeDataset others =
        MovingDotEpisodes.record(
            folder.resolve("others"), number -> heldOut.contains(number) ? 100 + number : number);

    DotTraining here = training(dots(), Integer.MAX_VALUE);
    DotTraining there = training(others, Integer.MAX_VALUE);
    assertThat(there.start().state()).isEqualTo(here.start().state());
    assertThat(there.losses()).isEqualTo(here.losses());
    assertThat(there.of(Validated.class)).doesNotContainAnyElementsOf(here.of(Validated.class));
  }

  @Test
  void episodesOfAnotherFrameSizeAreRefused() throws Exception {
    EpisodeDataset wide = MovingDotEpisodes.record(folder.resolve("wide"), 32, number -> number);

    assertThatThrownBy(() -> training(wide, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("wide")
        .hasMessageContaining("needs frames of 16x16 pixels, these episodes have 32x16 pixels");
  }

  private DotTraining training(EpisodeDataset data, int stopAfter) {
    return new DotTraining(
        new TorchScriptEngine(), data, DotTraining.objective(), SETTINGS, checkpoint, stopAfter);
  }

  private static EpisodeDataset dots() throws IOException {
    Path directory = folder.resolve("dots");
    return directory.toFile().exists()
        ? EpisodeDataset.open(directory)
        : MovingDotEpisodes.record(directory, number -> number);
  }
}
