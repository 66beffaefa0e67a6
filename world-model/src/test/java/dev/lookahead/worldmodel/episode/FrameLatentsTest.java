package dev.lookahead.worldmodel.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.checkpoint.Normalizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameLatentsTest {

  private static final FrameLatentsKey KEY = new FrameLatentsKey("encoder-a", "walks", 2);

  @TempDir private Path directory;
  private EpisodeDataset walks;
  private Path latents;

  @BeforeEach
  void recordThreeWalks() throws IOException {
    walks = RecordedWalks.dataset(directory.resolve("walks"), 1 << 20, 4, 2, 3);
    latents = directory.resolve("latents");
  }

  /** Latent of step t of episode e: (10 e + t, its negative). */
  private float[] of(int episode) {
    float[] values = new float[walks.length(episode) * 2];
    for (int step = 0; step < walks.length(episode); step++) {
      values[2 * step] = 10 * episode + step;
      values[2 * step + 1] = -values[2 * step];
    }
    return values;
  }

  private void write(FrameLatentsWriter writer, int upTo) throws IOException {
    while (writer.next() < upTo) {
      writer.append(of(writer.next()));
    }
    writer.commit();
  }

  @Test
  void aFramesLatentIsFoundAgain() throws IOException {
    try (FrameLatentsWriter writer = new FrameLatentsWriter(latents, KEY, walks)) {
      write(writer, 3);
    }
    FrameLatents read = FrameLatents.open(latents, KEY, walks);
    float[] rows = new float[4];
    read.copy(2, 1, rows, 1);

    assertThat(rows).containsExactly(0, 0, 21, -21);
  }

  @Test
  void latentsAreStandardisedAsTheyAreReadAndStayAsTheyAreOnDisk() throws IOException {
    try (FrameLatentsWriter writer = new FrameLatentsWriter(latents, KEY, walks)) {
      write(writer, 3);
    }
    FrameLatents read = FrameLatents.open(latents, KEY, walks);
    Normalizer standard = RunningStatistics.ofLatents(read, List.of(0, 2));
    float[] rows = new float[4];
    read.standardized(standard).copy(2, 1, rows, 1);

    List<Integer> said =
        Stream.of(0, 2)
            .flatMap(
                episode ->
                    IntStream.range(0, walks.length(episode)).mapToObj(t -> 10 * episode + t))
            .toList();
    double mean = said.stream().mapToInt(Integer::intValue).average().orElseThrow();
    double meanOfSquares = said.stream().mapToInt(value -> value * value).average().orElseThrow();
    double expected = (21 - mean) / Math.sqrt(meanOfSquares - mean * mean);
    assertThat(rows[0]).isZero();
    assertThat((double) rows[2]).isCloseTo(expected, within(1e-6));
    assertThat((double) rows[3]).isCloseTo(-expected, within(1e-6));
    read.copy(2, 1, rows, 1);
    assertThat(rows).containsExactly(0, 0, 21, -21);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read.standardized(Normalizer.identity(3)))
        .withMessageContaining("length 2")
        .withMessageContaining("got 3");
  }

  @Test
  void anEncoderThatSaysTheSameOfAllFramesIsCalledCollapsed() throws IOException {
    try (FrameLatentsWriter writer = new FrameLatentsWriter(latents, KEY, walks)) {
      while (writer.next() < 3) {
        writer.append(new float[walks.length(writer.next()) * 2]);
      }
      writer.commit();
    }
    FrameLatents read = FrameLatents.open(latents, KEY, walks);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunningStatistics.ofLatents(read, List.of(0, 1)))
        .withMessageContaining("collapsed");
  }

  @Test
  void whoWasKilledGoesOnBehindTheLastCompleteShard() throws IOException {
    try (FrameLatentsWriter writer = new FrameLatentsWriter(latents, KEY, walks)) {
      write(writer, 1);
      writer.append(of(1));
    }
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> FrameLatents.open(latents, KEY, walks))
        .withMessageContaining("latents of 3 episodes, holds 1");
    try (FrameLatentsWriter writer = new FrameLatentsWriter(latents, KEY, walks)) {
      assertThat(writer.next()).isEqualTo(1);
      write(writer, 3);
    }
    assertThat(FrameLatents.open(latents, KEY, walks).size()).isEqualTo(3);
  }

  @Test
  void anotherEncodersLatentsAreRefused() throws IOException {
    try (FrameLatentsWriter writer = new FrameLatentsWriter(latents, KEY, walks)) {
      write(writer, 3);
    }
    FrameLatentsKey other = new FrameLatentsKey("encoder-b", "walks", 2);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> FrameLatents.open(latents, other, walks))
        .withMessageContaining("encoder-b")
        .withMessageContaining("encoder-a");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> new FrameLatentsWriter(latents, other, walks));
  }

  @Test
  void episodesOfAnotherLengthAreRefused() throws IOException {
    try (FrameLatentsWriter writer = new FrameLatentsWriter(latents, KEY, walks)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> writer.append(new float[2]))
          .withMessageContaining("4 frames of 2 values, got 2");
      write(writer, 3);
    }
    EpisodeDataset others = RecordedWalks.dataset(directory.resolve("others"), 1 << 20, 4, 3, 3);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> FrameLatents.open(latents, KEY, others))
        .withMessageContaining("should be [3, 2], is [2, 2]");
  }

  @Test
  void aDamagedShardIsRefused() throws IOException {
    try (FrameLatentsWriter writer = new FrameLatentsWriter(latents, KEY, walks)) {
      write(writer, 3);
    }
    Path shard = latents.resolve("latents-00000.safetensors");
    byte[] bytes = Files.readAllBytes(shard);
    Files.write(shard, Arrays.copyOf(bytes, bytes.length - 8));

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> FrameLatents.open(latents, KEY, walks))
        .withMessageContaining("latents-00000.safetensors");
  }
}
