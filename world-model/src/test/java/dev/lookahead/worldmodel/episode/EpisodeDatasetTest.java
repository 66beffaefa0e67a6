package dev.lookahead.worldmodel.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.MemoryFolder;
import dev.lookahead.worldmodel.checkpoint.SafetensorsReader;
import dev.lookahead.worldmodel.checkpoint.TensorEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodeDatasetTest {

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  @Test
  void episodesComeBackAsTheyWereRecorded() throws IOException {
    EpisodeDataset dataset = RecordedWalks.dataset(folder, 600, 4, 7, 2, 30, 5);
    assertThat(dataset.spec()).isEqualTo(RecordedWalks.SPEC);
    assertThat(dataset.shards()).isEqualTo(3);
    assertThat(dataset.frames()).isEqualTo(48);
    assertThat(dataset.episodes())
        .containsExactly(
            RecordedWalks.walk(0, 4),
            RecordedWalks.walk(1, 7),
            RecordedWalks.walk(2, 2),
            RecordedWalks.walk(3, 30),
            RecordedWalks.walk(4, 5));
  }

  @Test
  void theLayoutIsTheDocumentedOne() throws IOException {
    RecordedWalks.dataset(folder, 1, 4, 2);
    SafetensorsReader shard = SafetensorsReader.open(folder.resolve("shard-00001.safetensors"));
    assertThat(shard.entries().stream().map(EpisodeDatasetTest::form))
        .containsExactly(
            "episode-000001/timestamps I64 [2]",
            "episode-000001/actions F32 [1, 2]",
            "episode-000001/states F32 [2, 1]",
            "episode-000001/proprioception F32 [2, 1]",
            "episode-000001/frames U8 [2, 3, 5, 3]");
    assertThat(shard.metadata())
        .isEqualTo(Map.of("episode-000001", "{\"seed\":1,\"policy\":\"walk \\\"1\\\"\"}"));
    assertThat(shard.floats("episode-000001/actions").get(1)).isEqualTo(-1000f);
    assertThat(folder.resolve("dataset.json"))
        .content()
        .isEqualToNormalizingNewlines(
            """
            {
              "formatVersion" : 1,
              "dataset" : {
                "world" : "walk",
                "frameWidth" : 5,
                "frameHeight" : 3,
                "framePeriodNanos" : 10,
                "actionSpace" : {
                  "axes" : [ {
                    "name" : "x",
                    "unit" : "px",
                    "low" : -1000000.0,
                    "high" : 1000000.0
                  }, {
                    "name" : "y",
                    "unit" : "px",
                    "low" : -1000000.0,
                    "high" : 1000000.0
                  } ]
                },
                "states" : [ {
                  "name" : "s",
                  "unit" : "px"
                } ],
                "proprioception" : [ {
                  "name" : "p",
                  "unit" : "rad"
                } ]
              }
            }\
            """);
  }

  private static String form(TensorEntry entry) {
    return entry.name() + " " + entry.type() + " " + entry.shape();
  }

  @Test
  void withoutStatesAndProprioceptionTheirTensorsAreLeftOut() throws IOException {
    DatasetSpec spec =
        new DatasetSpec("w", 5, 3, 10, RecordedWalks.SPEC.actionSpace(), List.of(), List.of());
    Episode walk = RecordedWalks.walk(0, 3);
    Episode blind =
        new Episode(
            spec,
            walk.info(),
            walk.frames(),
            walk.actions(),
            walk.states().limit(0),
            walk.proprioception().limit(0),
            walk.stampsNanos());
    try (EpisodeWriter writer = EpisodeWriter.open(folder, spec)) {
      writer.append(blind);
    }
    assertThat(EpisodeDataset.open(folder).episodes()).containsExactly(blind);
    assertThat(SafetensorsReader.open(folder.resolve("shard-00000.safetensors")).entries())
        .hasSize(3);
  }

  @Test
  void theHashSeesContentAndNotShards() throws IOException {
    EpisodeDataset one = RecordedWalks.dataset(folder.resolve("one"), 1, 4, 5);
    EpisodeDataset many = RecordedWalks.dataset(folder.resolve("many"), 10_000, 4, 5);
    EpisodeDataset other = RecordedWalks.dataset(folder.resolve("other"), 10_000, 4, 6);
    assertThat(one.shards()).isNotEqualTo(many.shards());
    assertThat(one.contentHash()).isEqualTo(many.contentHash()).hasSize(64);
    assertThat(one.fullHash()).isEqualTo(many.fullHash()).isNotEqualTo(one.contentHash());
    assertThat(other.contentHash()).isNotEqualTo(one.contentHash());
  }

  @Test
  void onlyTheFullHashSeesAFrameInTheMiddle() throws IOException {
    EpisodeDataset before = RecordedWalks.dataset(folder, 1, 5);
    String content = before.contentHash();
    String full = before.fullHash();
    Path shard = folder.resolve("shard-00000.safetensors");
    byte[] bytes = Files.readAllBytes(shard);
    bytes[bytes.length - 2 * RecordedWalks.SPEC.frameBytes()] ^= 1;
    replace(shard, bytes);
    EpisodeDataset after = EpisodeDataset.open(folder);
    assertThat(after.contentHash()).isEqualTo(content);
    assertThat(after.fullHash()).isNotEqualTo(full);
  }

  @Test
  void theHashIsOfWhatWasThereWhenItWasFirstAskedFor() throws IOException {
    EpisodeDataset before = RecordedWalks.dataset(folder, 1, 5);
    String content = before.contentHash();
    Path shard = folder.resolve("shard-00000.safetensors");
    byte[] bytes = Files.readAllBytes(shard);
    bytes[bytes.length - 1] ^= 1;
    try (FileChannel inPlace = FileChannel.open(shard, StandardOpenOption.WRITE)) {
      inPlace.write(ByteBuffer.wrap(bytes));
    }
    assertThat(before.contentHash()).isEqualTo(content);
    assertThat(EpisodeDataset.open(folder).contentHash()).isNotEqualTo(content);
  }

  @Test
  void aMissingShardIsNamed() throws IOException {
    RecordedWalks.dataset(folder, 1, 4, 4, 4);
    Files.delete(folder.resolve("shard-00001.safetensors"));
    assertThatThrownBy(() -> EpisodeDataset.open(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("shard-00001.safetensors: this shard is missing")
        .hasMessageContaining("the next one is shard-00002");
  }

  @Test
  void aHalfWrittenShardIsNamed() throws IOException {
    RecordedWalks.dataset(folder, 1, 4, 4);
    Path shard = folder.resolve("shard-00001.safetensors");
    byte[] bytes = Files.readAllBytes(shard);
    replace(shard, Arrays.copyOf(bytes, bytes.length - 20));
    assertThatThrownBy(() -> EpisodeDataset.open(folder))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(shard.toString())
        .hasMessageContaining("truncated");
  }

  @Test
  void shardsInTheWrongPlaceAreRefused() throws IOException {
    RecordedWalks.dataset(folder, 1, 4, 4);
    Files.copy(
        folder.resolve("shard-00001.safetensors"), folder.resolve("shard-00002.safetensors"));
    assertThatThrownBy(() -> EpisodeDataset.open(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("expected 'episode-000002' next")
        .hasMessageContaining("episode-000001");
  }

  @Test
  void aShardOfAnotherFrameSizeIsRefusedWithBothShapes() throws IOException {
    RecordedWalks.dataset(folder, 1, 4);
    Path description = folder.resolve("dataset.json");
    Files.writeString(
        description,
        Files.readString(description).replace("\"frameWidth\" : 5", "\"frameWidth\" : 6"));
    assertThatThrownBy(() -> EpisodeDataset.open(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'episode-000000/frames' should be [4, 3, 6, 3], is [4, 3, 5, 3]");
  }

  @Test
  void aNumberThatIsNotFiniteIsNamedWithItsEpisode() throws IOException {
    RecordedWalks.dataset(folder, 1, 2);
    Path shard = folder.resolve("shard-00000.safetensors");
    byte[] bytes = Files.readAllBytes(shard);
    int firstAction = bytes.length - 2 * RecordedWalks.SPEC.frameBytes() - 8 - 8 - 8;
    bytes[firstAction + 2] = (byte) 0xc0;
    bytes[firstAction + 3] = 0x7f;
    replace(shard, bytes);
    assertThatThrownBy(() -> EpisodeDataset.open(folder))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(shard.toString())
        .hasMessageEndingWith("episode-000000: actions should be finite, value 0 is NaN");
  }

  @Test
  void anEpisodeWithoutDescriptionIsRefused() throws IOException {
    RecordedWalks.dataset(folder, 1, 2);
    Path shard = folder.resolve("shard-00000.safetensors");
    String text = Files.readString(shard, StandardCharsets.ISO_8859_1);
    String broken = text.replace("{\\\"seed\\\":0,", "{\\\"sead\\\":0,");
    assertThat(broken).isNotEqualTo(text);
    replace(shard, broken.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> EpisodeDataset.open(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("an episode's description is broken");
  }

  @Test
  void anAbsentDirectoryAndANewerVersionAreRefused() throws IOException {
    assertThatThrownBy(() -> EpisodeDataset.open(folder.resolve("absent")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no such dataset directory");
    assertThatThrownBy(() -> EpisodeDataset.open(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there is none here");
    Files.writeString(folder.resolve("dataset.json"), "{\"formatVersion\": 2}");
    assertThatThrownBy(() -> EpisodeDataset.open(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("should be 1, found 2; a newer Lookahead wrote this");
  }

  /** A new file under the old name, as any editor would leave: the old one may be mapped. */
  private static void replace(Path file, byte[] bytes) throws IOException {
    Files.delete(file);
    Files.write(file, bytes);
  }
}
