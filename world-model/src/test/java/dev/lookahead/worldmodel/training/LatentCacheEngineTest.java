package dev.lookahead.worldmodel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.FrameLatents;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaLatents;
import dev.lookahead.worldmodel.jepa.TinyJepa;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatentCacheEngineTest {

  @TempDir private Path directory;
  private final TensorEngine engine = new TorchScriptEngine();
  private final Jepa jepa = new Jepa(TinyJepa.normalized());
  private final ParameterSet parameters = TinyJepa.parameters(jepa.config());

  private LatentCache cache() {
    return new LatentCache(engine, jepa, parameters, directory.resolve("cache"));
  }

  @Test
  void cachedLatentsAreThoseOfTheEncoder() throws IOException {
    EpisodeDataset dots = MovingDotEpisodes.record(directory.resolve("dots"), seed -> seed);
    FrameLatents cached = cache().of(dots, "hash", () -> false, count -> {}).orElseThrow();
    int width = jepa.config().goalWidth();
    float[] found = new float[width];
    cached.copy(7, 11, found, 0);
    float[] expected;
    try (JepaLatents latents = new JepaLatents(engine, jepa.config(), parameters, 8)) {
      expected = latents.encode(dots.episode(7).frames(), FloatBuffer.allocate(0));
    }

    assertThat(cached.size()).isEqualTo(dots.size());
    for (int i = 0; i < width; i++) {
      assertThat(found[i]).isCloseTo(expected[11 * width + i], within(1e-5f));
    }
  }

  @Test
  void anInterruptedCacheGoesOnWhereItStopped() throws IOException {
    EpisodeDataset dots = MovingDotEpisodes.record(directory.resolve("dots"), seed -> seed);
    List<Integer> first = new ArrayList<>();
    List<Integer> second = new ArrayList<>();

    assertThat(cache().of(dots, "hash", () -> first.size() == 3, first::add)).isEmpty();
    assertThat(cache().of(dots, "hash", () -> false, second::add)).isPresent();
    assertThat(first).containsExactly(1, 2, 3);
    assertThat(second).startsWith(4).endsWith(dots.size());
    assertThat(cache().of(dots, "hash", () -> true, second::add)).isPresent();
    assertThat(second).hasSize(dots.size() - 3);
  }
}
