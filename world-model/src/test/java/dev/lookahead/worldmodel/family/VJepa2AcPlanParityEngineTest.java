package dev.lookahead.worldmodel.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.actionconditioned.FrameCausalPredictor;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.jepa.JepaLatents;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.layer.WeightlessLayerNorm;
import dev.lookahead.worldmodel.pose.EndEffector;
import dev.lookahead.worldmodel.predictor.ActionConditionedPredictor;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import dev.lookahead.worldmodel.token.VideoTransformer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A planned step of V-JEPA 2-AC against the reference's numbers: one frame seen and one action
 * tried; four frames seen, three actions done and one tried.
 */
class VJepa2AcPlanParityEngineTest {

  private static final int BATCH = 2;
  private static final int STATE = EndEffector.SIZE;
  @TempDir private Path scratch = Path.of("");

  @Test
  void aPlannedStepLeadsWhereTheReferenceSays() {
    PublishedFixture fixture =
        PublishedFixture.of("vjepa2-ac-predictor", PublishedFamily.VJEPA2_AC, scratch);
    FrameCausalPredictor network = Objects.requireNonNull(fixture.model().dynamics());
    for (int steps : new int[] {1, 4}) {
      JepaConfig config = config(network, steps);
      int seen = config.goalWidth();
      float[] tokens = fixture.value("T" + steps + ".tokens").toArray();
      float[] states = fixture.value("T" + steps + ".states").toArray();
      float[] actions = fixture.value("T" + steps + ".actions").toArray();
      float[] expected = fixture.value("T" + steps + ".output").toArray();
      WeightlessLayerNorm.normalize(expected, network.tokenWidth());
      for (TensorEngine engine : List.of(new EagerEngine(), new TorchScriptEngine())) {
        try (JepaLatents model =
            new JepaLatents(engine, config, weights(fixture.weights(), config), BATCH)) {
          float[] found = model.predict(latents(tokens, states, seen), actions, 1);
          float worst = 0;
          for (int row = 0; row < BATCH; row++) {
            for (int i = 0; i < seen; i++) {
              float difference =
                  found[row * config.latentWidth() + i]
                      - expected[((row + 1) * steps - 1) * seen + i];
              worst = Math.max(worst, Math.abs(difference));
            }
          }
          System.out.printf("planned step of %d frames, %s: %.1e%n", steps, engine.name(), worst);
          assertThat(worst).isCloseTo(0, within(1e-4f));
        }
      }
    }
  }

  /** The predictor of the fixture behind an encoder that is not asked. */
  private static JepaConfig config(FrameCausalPredictor network, int contextFrames) {
    VideoTransformer video =
        new VideoTransformer(2, 64, 64, 2, 16, Transformer.plain(network.tokenWidth(), 1, 4));
    return VJepa2AcWorldModel.of(
        PixelNormalizer.imageNet(),
        video,
        new ActionConditionedPredictor(network, contextFrames),
        VJepa2AcWorldModel.publishedActions(),
        Standardizer.identity(STATE));
  }

  private static ParameterSet weights(ParameterSet fixture, JepaConfig config) {
    Map<String, HostTensor> values =
        new LinkedHashMap<>(
            ParameterSet.initialize(new Jepa(config).parameters(), new SplittableRandom(1))
                .tensors());
    fixture
        .relativeTo(TokenModel.DYNAMICS)
        .tensors()
        .forEach((name, value) -> values.put(Jepa.PREDICTOR + name, value));
    return new ParameterSet(values);
  }

  /** Tokens and behind them the state, frame by frame. */
  private static float[] latents(float[] tokens, float[] states, int seen) {
    int frames = states.length / STATE;
    float[] latents = new float[tokens.length + states.length];
    for (int i = 0; i < frames; i++) {
      System.arraycopy(tokens, i * seen, latents, i * (seen + STATE), seen);
      System.arraycopy(states, i * STATE, latents, i * (seen + STATE) + seen, STATE);
    }
    return latents;
  }
}
