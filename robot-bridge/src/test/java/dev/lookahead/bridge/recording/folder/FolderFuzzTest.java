package dev.lookahead.bridge.recording.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.recording.RecordingFuzz;
import dev.lookahead.bridge.recording.RoundTrips;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FolderFuzzTest {

  private static final long MAX_BYTES = 64L << 20;

  @TempDir Path directory;

  @Test
  @Timeout(600)
  void damagedTablesImagesAndDescriptionsAreReadOrRefused() throws IOException {
    Path root = RoundTrips.write(FolderFormat.images(), directory.resolve("ours"));
    RecordingFuzz fuzz = new RecordingFuzz(FolderFormat.images(), root);
    Path folder = root.resolve("episode-000000");
    int readable =
        fuzz.damageText(folder.resolve("steps.csv"), RecordingFuzz.mutations(1), 1, MAX_BYTES);
    assertThat(readable).isPositive();
    fuzz.damage(folder.resolve("000001.png"), RecordingFuzz.mutations(1), 2, MAX_BYTES);
    fuzz.damageText(folder.resolve("episode.json"), RecordingFuzz.mutations(2), 3, MAX_BYTES);
    fuzz.damageText(root.resolve("lookahead.json"), RecordingFuzz.mutations(1), 4, MAX_BYTES);
  }
}
