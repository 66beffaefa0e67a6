package dev.lookahead.worldmodel.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    FloatBuffer rows = FloatBuffer.allocate(4);
    read.copy(2, 1, rows, 1);

    assertThat(rows.array()).containsExactly(0, 0, 21, -21);
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
