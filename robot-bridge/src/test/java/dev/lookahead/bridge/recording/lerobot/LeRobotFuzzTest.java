package dev.lookahead.bridge.recording.lerobot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LeRobotFuzzTest {

  private static final long MAX_BYTES = 64L << 20;

  @TempDir Path directory;

  @Test
  @Timeout(600)
  void damagedMetadataAndDataAreReadOrRefused() throws IOException {
    Path root = LegacyDataset.write(directory.resolve("so100"));
    Path info = root.resolve("meta/info.json");
    // One camera, so that defaults choose it.
    Files.writeString(
        info, Files.readString(info).replace("\"shape\": [4, 6, 3]", "\"shape\": [4, 6, 1]"));
    RecordingFormat format = LeRobotFormat.reading(new CountingVideos(6, 4, 30, 4));
    RecordingFuzz fuzz = new RecordingFuzz(format, root);
    assertThat(fuzz.damageText(info, RecordingFuzz.mutations(1), 1, MAX_BYTES)).isPositive();
    fuzz.damageText(root.resolve("meta/episodes.jsonl"), RecordingFuzz.mutations(1), 2, MAX_BYTES);
    Path data = root.resolve("data/chunk-000/episode_000000.parquet");
    assertThat(fuzz.damage(data, RecordingFuzz.mutations(1), 3, MAX_BYTES)).isPositive();
  }
}
