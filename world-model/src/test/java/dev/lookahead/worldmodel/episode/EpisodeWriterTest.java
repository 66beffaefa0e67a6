package dev.lookahead.worldmodel.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lookahead.worldmodel.MemoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EpisodeWriterTest {

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  @Test
  void aDatasetIsContinuedWhereItEnded() throws IOException {
    RecordedWalks.dataset(folder, 400, 4, 4, 4);
    EpisodeDataset longer = RecordedWalks.dataset(folder, 400, 4, 4);
    assertThat(longer.size()).isEqualTo(5);
    for (int i = 0; i < 5; i++) {
      assertThat(longer.episode(i)).isEqualTo(RecordedWalks.walk(i, 4));
    }
  }

  @Test
  void anotherSpecificationIsRefusedWithBoth() throws IOException {
    RecordedWalks.dataset(folder, 400, 4);
    DatasetSpec other =
        new DatasetSpec("run", 5, 3, 10, RecordedWalks.SPEC.actionSpace(), List.of(), List.of());
    assertThatThrownBy(() -> EpisodeWriter.open(folder, other))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("expected DatasetSpec[world=run")
        .hasMessageContaining("found DatasetSpec[world=walk");
    try (EpisodeWriter writer = EpisodeWriter.open(folder.resolve("other"), other)) {
      assertThatThrownBy(() -> writer.append(RecordedWalks.walk(0, 4)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void onlyOneWriterIsLetIn() throws IOException {
    EpisodeWriter first = EpisodeWriter.open(folder, RecordedWalks.SPEC);
    assertThatThrownBy(() -> EpisodeWriter.open(folder, RecordedWalks.SPEC))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("already writing to it");
    first.close();
    EpisodeWriter.open(folder, RecordedWalks.SPEC).close();
  }

  @Test
  void anUnfinishedShardIsInvisibleUntilItIsFinished() throws IOException {
    try (EpisodeWriter writer = EpisodeWriter.open(folder, RecordedWalks.SPEC)) {
      writer.append(RecordedWalks.walk(0, 4));
      assertThat(EpisodeDataset.open(folder).size()).isZero();
      writer.commit();
      assertThat(EpisodeDataset.open(folder).size()).isEqualTo(1);
      writer.append(RecordedWalks.walk(1, 4));
    }
    assertThat(EpisodeDataset.open(folder).size()).isEqualTo(2);
  }

  @Test
  void aShardEndsBeforeItsHeaderIsFull() throws IOException {
    try (EpisodeWriter writer = EpisodeWriter.open(folder, RecordedWalks.SPEC, 1 << 20)) {
      for (int i = 0; i < 40; i++) {
        writer.append(RecordedWalks.walk(i, 2));
      }
    }
    EpisodeDataset dataset = EpisodeDataset.open(folder);
    assertThat(dataset.size()).isEqualTo(40);
    assertThat(dataset.shards()).isGreaterThan(1);
  }

  @Test
  void theLongestDescriptionFitsTheHeader() throws IOException {
    Episode walk = RecordedWalks.walk(0, 2);
    Episode wordy =
        new Episode(
            walk.spec(),
            new EpisodeInfo(Long.MIN_VALUE, "\u0001".repeat(500)),
            walk.frames(),
            walk.actions(),
            walk.states(),
            walk.proprioception(),
            walk.stampsNanos());
    try (EpisodeWriter writer = EpisodeWriter.open(folder, RecordedWalks.SPEC, 1 << 20)) {
      for (int i = 0; i < 5; i++) {
        writer.append(wordy);
      }
    }
    assertThat(EpisodeDataset.open(folder).episode(4)).isEqualTo(wordy);
  }

  @Test
  void aFullDiskLosesOnlyTheUnfinishedShard() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this system has no /dev/full");
    try (EpisodeWriter writer = EpisodeWriter.open(folder, RecordedWalks.SPEC, 1)) {
      writer.append(RecordedWalks.walk(0, 4));
      Files.createSymbolicLink(folder.resolve("shard-00001.safetensors.tmp"), full);
      assertThatThrownBy(() -> writer.append(RecordedWalks.walk(1, 4)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("shard-00001.safetensors cannot be written: No space left");
      writer.append(RecordedWalks.walk(1, 4));
    }
    assertThat(EpisodeDataset.open(folder).episodes())
        .containsExactly(RecordedWalks.walk(0, 4), RecordedWalks.walk(1, 4));
  }

  @Test
  @Timeout(60)
  void aKilledWriterLosesOnlyTheUnfinishedShard() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EndlessWriter.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("child.log").toFile())
            .start();
    try {
      while (child.isAlive() && !Files.exists(folder.resolve("shard-00002.safetensors"))) {
        TimeUnit.MILLISECONDS.sleep(2);
      }
      assertThatThrownBy(() -> EpisodeWriter.open(folder, RecordedWalks.SPEC))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("another process is already writing to it");
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertThat(folder.resolve("child.log")).isEmptyFile();
    EpisodeDataset left = EpisodeDataset.open(folder);
    assertThat(left.shards()).isGreaterThanOrEqualTo(3);
    int survivors = left.size();
    EpisodeDataset continued = RecordedWalks.dataset(folder, 2000, 4);
    assertThat(continued.size()).isEqualTo(survivors + 1);
    for (int i = 0; i < continued.size(); i++) {
      assertThat(continued.episode(i)).isEqualTo(RecordedWalks.walk(i, 4));
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  /** Writes until it is killed. */
  static final class EndlessWriter {
    private EndlessWriter() {}

    public static void main(String[] args) throws IOException {
      try (EpisodeWriter writer = EpisodeWriter.open(Path.of(args[0]), RecordedWalks.SPEC, 2000)) {
        while (true) {
          writer.append(RecordedWalks.walk(writer.size(), 4));
        }
      }
    }
  }
}
