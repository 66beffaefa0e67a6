package dev.lookahead.bridge.recording.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.recording.RecordingFuzz;
import dev.lookahead.bridge.recording.RoundTrips;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class Hdf5FuzzTest {

  private static final long MAX_BYTES = 32L << 20;

  @TempDir Path directory;

  @Test
  @Timeout(600)
  void damagedFilesOfOursAreReadOrRefused() throws IOException {
    Path file = RoundTrips.write(new Hdf5Format(), directory.resolve("ours.h5"));
    assertReadOrRefused(file, 1);
  }

  @Test
  @Timeout(600)
  void damagedFilesOfOthersAreReadOrRefused() throws IOException {
    assertReadOrRefused(ForeignFile.write(directory.resolve("theirs.h5")), 2);
  }

  private static void assertReadOrRefused(Path file, long seed) throws IOException {
    int mutations = RecordingFuzz.mutations(1);
    int readable =
        new RecordingFuzz(new Hdf5Format(), file).damage(file, mutations, seed, MAX_BYTES);
    assertThat(readable).isBetween(mutations / 50, mutations);
  }
}
