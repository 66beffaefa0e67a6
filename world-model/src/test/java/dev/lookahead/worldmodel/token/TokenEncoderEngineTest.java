package dev.lookahead.worldmodel.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.FlopCounter;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all encoders promise about visible tokens. */
class TokenEncoderEngineTest {

  private static final int BATCH = 2;
  private static final Transformer BLOCKS = Transformer.plain(24, 2, 2);

  static List<TokenEncoder> encoders() {
    return List.of(
        new ImageTransformer(8, 12, 4, false, Positions.SINUSOIDAL, BLOCKS),
        new ImageTransformer(
            8, 12, 4, true, Positions.LEARNED, new Transformer(24, 2, 2, 32, true, 1, 1e-6f)),
        new VideoTransformer(4, 8, 12, 2, 4, BLOCKS));
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void seeingEveryPlaceInAnyOrderGivesTheSameTokensInThatOrder(TokenEncoder encoder) {
    int tokens = encoder.grid().tokens();
    int[] backwards =
        IntStream.range(0, BATCH * tokens).map(i -> tokens - 1 - i % tokens).toArray();
    int leading = encoder.leadingTokens();
    for (TensorEngine engine : List.of(new EagerEngine(), new TorchScriptEngine())) {
      float[] all = encode(engine, encoder, null);
      float[] reversed = encode(engine, encoder, backwards);
      int width = encoder.width();
      for (int row = 0; row < BATCH; row++) {
        for (int token = 0; token < tokens; token++) {
          int from = (row * (leading + tokens) + leading + token) * width;
          int to = (row * (leading + tokens) + leading + tokens - 1 - token) * width;
          for (int channel = 0; channel < width; channel++) {
            assertThat(reversed[to + channel]).isCloseTo(all[from + channel], within(1e-4f));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void theCostFallsWithWhatIsMasked(TokenEncoder encoder) {
    long everything = cost(encoder, 0);
    long half = cost(encoder, encoder.grid().tokens() / 2);
    assertThat(half).isLessThan(everything * 6 / 10);
  }

  private static long cost(TokenEncoder encoder, int visible) {
    return FlopCounter.evaluation(new Encode(encoder, visible), encoder.parameters());
  }

  private static float[] encode(
      TensorEngine engine, TokenEncoder encoder, int @Nullable [] places) {
    Encode function = new Encode(encoder, places == null ? 0 : places.length / BATCH);
    ParameterSet weights = ParameterSet.initialize(encoder.parameters(), new SplittableRandom(1));
    try (TensorSession session = engine.open(weights, List.of(function))) {
      List<DeviceTensor> inputs = new ArrayList<>();
      function.inputs().forEach(spec -> inputs.add(session.allocate(spec)));
      SplittableRandom random = new SplittableRandom(2);
      float[] pixels = new float[function.inputs().get(0).shape().count()];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (float) random.nextGaussian();
      }
      inputs.get(0).write(pixels);
      if (places != null) {
        inputs.get(1).write(places);
      }
      return session.run(function.name(), inputs).get(0).toArray();
    }
  }

  /** All places if none are visible. */
  private record Encode(TokenEncoder encoder, int visible) implements TensorFunction {
    @Override
    public String name() {
      return "encode";
    }

    @Override
    public List<TensorSpec> inputs() {
      TensorSpec pixels = encoder.pixels(BATCH);
      return visible == 0
          ? List.of(pixels)
          : List.of(pixels, TensorSpec.indices("visible", BATCH, visible));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      T places = visible == 0 ? null : inputs.get(1);
      return List.of(encoder.encode(ops, weights, inputs.get(0), places));
    }
  }
}
