package dev.lookahead.bridge.recording.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.bridge.recording.PeerProgram;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** npm's hyparquet reads our files; hyparquet-writer writes one with dictionaries and Snappy. */
class ParquetPeerTest {

  @TempDir Path directory;

  @BeforeEach
  void requirePeer() {
    PeerProgram.requireNpm("hyparquet");
  }

  @Test
  void hyparquetReadsWhatWeWrite() throws IOException {
    Path file = ParquetFileTest.table(directory.resolve("ours.parquet"));
    JsonNode read =
        JsonMapper.builder().build().readTree(PeerProgram.node("parquet_peer.mjs", "read", file));
    assertThat(read.path("keys").get(0).asText()).isEqualTo("pandas");
    JsonNode row = read.path("rows").get(2);
    assertThat(row.path("index").asText()).isEqualTo(Long.toString(Long.MAX_VALUE));
    assertThat(row.path("action").toString()).isEqualTo("[5,6]");
    assertThat(row.path("stats").toString()).isEqualTo("[[[7]],[[8]],[[9]]]");
    assertThat(row.path("count").toString()).isEqualTo("[\"9\"]");
    assertThat(row.path("task").asText()).isEqualTo("größer");
    assertThat(row.path("tasks").toString()).isEqualTo("[\"c\"]");
    assertThat(row.path("from").asDouble()).isEqualTo(0.3);
  }

  @Test
  void weReadDictionariesSnappyNullsAndRowGroups() {
    Path path = directory.resolve("theirs.parquet");
    PeerProgram.node("parquet_peer.mjs", "table", path);
    ParquetFile file = ParquetFile.open(path);
    assertThat(file.rows()).isEqualTo(1000);
    assertThat(file.integers("index", 250, 400)).startsWith(250).endsWith(649).hasSize(400);
    assertThat(file.integers("episode_index", 127, 3)).containsExactly(0, 1, 1);
    assertThat(file.numbers("timestamp", 999, 1)[0]).isEqualTo(99.9f);
    assertThat(file.integers("done", 6, 3)).containsExactly(0, 1, 0);
    assertThat(file.texts("task", 598, 4)).containsExactly("task 1", "task 2", "task 0", "task 1");
    assertThat(file.numbers("gap", 4, 3)).containsExactly(2, Double.NaN, 3);
  }
}
