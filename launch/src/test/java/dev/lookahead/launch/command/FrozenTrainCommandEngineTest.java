package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.MainRunner;
import dev.lookahead.launch.TinyPatches;
import dev.lookahead.launch.TinyTraining;
import dev.lookahead.launch.wiring.LoadedModel;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.encoder.PatchEncoder;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenTrainCommandEngineTest {

  @TempDir Path folder;
  private final RecordedContext recorded = new RecordedContext();

  @BeforeEach
  void prepare() throws IOException {
    TinyPatches.prepare(folder);
  }

  private int train(String... more) {
    return MainRunner.run(
        recorded.context(), TinyTraining.arguments(folder, folder.resolve("runs"), more));
  }

  @Test
  void aPredictorIsTrainedBehindAnEncoderThatStaysAsItIs() throws IOException {
    Path bundle = TinyPatches.train(folder, "frozen.cache=" + folder.resolve("latents"));

    LoadedModel model = LoadedModel.read(bundle);
    Jepa jepa = new Jepa(model.config());
    ParameterSet trained = ModelBundle.open(bundle).parameters(jepa.parameters());
    assertThat(model.config().vision()).isInstanceOf(PatchEncoder.class);
    TinyPatches.ENCODER
        .requireEncoder()
        .parameters()
        .forEach(
            spec ->
                assertThat(trained.get("encoder.vision." + spec.name()))
                    .isEqualTo(TinyPatches.WEIGHTS.get(TokenModel.ENCODER + spec.name())));
    assertThat(folder.resolve("latents")).isNotEmptyDirectory();
  }

  @Test
  void withoutAnEncoderItIsRefused() {
    assertThat(train("frozen.model=" + folder.resolve("nowhere"))).isEqualTo(4);
    assertThat(recorded.err()).contains("there is no encoder in").contains("lookahead pretrain");
  }

  @Test
  void aFrozenTargetWithoutAnEncoderIsASettingThatDoesNotFit() {
    assertThat(train()).isEqualTo(2);
    assertThat(recorded.err()).contains("objective.target frozen needs frozen.model");
  }
}
