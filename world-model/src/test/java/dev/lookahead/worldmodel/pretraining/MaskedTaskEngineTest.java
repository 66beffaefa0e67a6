package dev.lookahead.worldmodel.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.MemoryFolder;
import dev.lookahead.worldmodel.objective.PredictionLoss;
import dev.lookahead.worldmodel.objective.TargetEncoder;
import dev.lookahead.worldmodel.pretraining.MaskedSettings.Prediction;
import dev.lookahead.worldmodel.pretraining.MaskedSettings.PredictorExtent;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import dev.lookahead.worldmodel.training.TrainingEvent;
import dev.lookahead.worldmodel.training.TrainingLoop;
import dev.lookahead.worldmodel.training.TrainingResult;
import dev.lookahead.worldmodel.training.TrainingStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskedTaskEngineTest {

  private final TensorEngine engine = new TorchScriptEngine();
  private final List<TrainingEvent> events = new ArrayList<>();

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  @Test
  void theLossFallsOnHeldOutPicturesAndTokensStayApart() throws Exception {
    TrainingResult result =
        train(TinyMasked.task(engine, TinyMasked.pixels()), Integer.MAX_VALUE, false);

    assertThat(result.status()).as(result.reason()).isEqualTo(TrainingStatus.COMPLETED);
    List<Map<String, Float>> validated =
        events.stream()
            .filter(TrainingEvent.Validated.class::isInstance)
            .map(event -> ((TrainingEvent.Validated) event).losses())
            .toList();
    assertThat(validated.get(2).get("total")).isLessThan(validated.get(0).get("total"));
  }

  @Test
  void anInterruptedAndResumedPretrainingGivesTheBitsOfAnUninterruptedOne() throws Exception {
    MaskedSettings settings = TinyMasked.settings(TargetEncoder.AVERAGED);
    TrainingState whole =
        train(TinyMasked.task(engine, settings), Integer.MAX_VALUE, false).state();
    List<Float> losses = losses();
    events.clear();

    train(TinyMasked.task(engine, settings), 13, false);
    TrainingState resumed =
        train(TinyMasked.task(engine, settings), Integer.MAX_VALUE, true).state();

    assertThat(losses()).isEqualTo(losses);
    assertThat(resumed).isEqualTo(whole);
  }

  @Test
  void anEncoderThatIsItsOwnTargetCollapsesAndThatIsReported() throws Exception {
    MaskedSettings settings =
        new MaskedSettings(
            Prediction.LATENTS,
            TargetEncoder.ONLINE,
            PredictionLoss.L2,
            Optional.of(new PredictorExtent(12, 1, 1)),
            0,
            16);
    Eye eye = TinyMasked.picture();
    PretrainingSettings longer =
        new PretrainingSettings(400, 8, 1e-2f, 3, 1f, 0.01f, 1f, 0.9f, 5, 0.2, 2, 50, 400);
    MaskedTask task =
        new MaskedTask(
            engine, eye, TinyMasked.blocks(eye), settings, longer, SquaresSource.split(1));

    TrainingResult result = train(task, Integer.MAX_VALUE, false);

    assertThat(result.status()).as(result.reason()).isEqualTo(TrainingStatus.COLLAPSED);
    assertThat(result.reason()).contains("the latents collapsed by step").contains("averaged");
  }

  @Test
  void tokensThatOnlySayWhereTheyStandDoNotDeviate() {
    // Two samples of two places with three channels; the second place differs in the second sample.
    float[] tokens = {1, 2, 3, 0, 5, 1, 1, 2, 3, 5, 0, 1};
    float[] deviations = MaskedValidation.deviations(tokens, 2, 3);
    assertThat(new float[] {deviations[0], deviations[1], deviations[2]}).containsOnly(0f);
    assertThat(Math.abs(deviations[3])).isGreaterThan(0.5f);
    assertThat(deviations[9]).isEqualTo(-deviations[3]);
  }

  private List<Float> losses() {
    return events.stream()
        .filter(TrainingEvent.Stepped.class::isInstance)
        .map(event -> ((TrainingEvent.Stepped) event).losses().get("total"))
        .toList();
  }

  private TrainingResult train(MaskedTask task, int stopAfter, boolean resume) throws Exception {
    TrainingLoop<PixelBatch> loop = new TrainingLoop<>(engine, task, "run");
    Path checkpoint = folder.resolve("checkpoint");
    ExecutorService batches = Executors.newSingleThreadExecutor();
    try {
      return loop.train(
          resume ? loop.resumed(checkpoint) : loop.fresh(),
          checkpoint,
          batches,
          () -> losses().size() == stopAfter,
          events::add);
    } finally {
      batches.shutdownNow();
    }
  }
}
