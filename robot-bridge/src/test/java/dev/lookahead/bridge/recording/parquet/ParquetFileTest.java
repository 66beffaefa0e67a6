package dev.lookahead.bridge.recording.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFileTest {

  @TempDir Path directory;

  static Path table(Path file) throws IOException {
    ParquetWriter.write(
        file,
        List.of(
            ParquetColumn.integers("index", 1, -2, Long.MAX_VALUE),
            ParquetColumn.floats("timestamp", 0.1f, 0.2f, Float.MIN_VALUE),
            ParquetColumn.vectors("action", FloatBuffer.wrap(new float[] {1, 2, 3, 4, 5, 6}), 2),
            ParquetColumn.doubles("from", 0.1, -0.2, 0.3),
            ParquetColumn.nested("stats", 3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9),
            ParquetColumn.integerLists("count", 1, 7, 8, 9),
            ParquetColumn.texts("task", List.of("push", "", "größer")),
            ParquetColumn.textLists("tasks", List.of("a", "b", "c"))),
        Map.of("pandas", "{}"));
    return file;
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    ParquetFile file = ParquetFile.open(table(directory.resolve("table.parquet")));
    assertThat(file.rows()).isEqualTo(3);
    assertThat(file.columns()).contains("action", "tasks").hasSize(8);
    assertThat(file.integers("index", 0, 3)).containsExactly(1, -2, Long.MAX_VALUE);
    assertThat(file.numbers("from", 1, 2)).containsExactly(-0.2, 0.3);
    assertThat(file.texts("task", 0, 3)).containsExactly("push", "", "größer");
    assertThat(file.texts("tasks", 2, 1)).containsExactly("c");
    FloatBuffer actions = FloatBuffer.allocate(4);
    file.floats("action", 1, 2, 2, actions);
    assertThat(actions.array()).containsExactly(3, 4, 5, 6);
    FloatBuffer stats = FloatBuffer.allocate(3);
    file.floats("stats", 2, 1, 3, stats);
    assertThat(stats.array()).containsExactly(7, 8, 9);
    FloatBuffer seconds = FloatBuffer.allocate(3);
    file.floats("timestamp", 0, 3, 1, seconds);
    assertThat(seconds.array()).containsExactly(0.1f, 0.2f, Float.MIN_VALUE);
  }

  @Test
  void whatIsNotThereIsRefused() throws IOException {
    Path path = table(directory.resolve("table.parquet"));
    ParquetFile file = ParquetFile.open(path);
    assertThatThrownBy(() -> file.integers("frame", 0, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there should be one column 'frame', there are 0");
    assertThatThrownBy(() -> file.integers("index", 2, 2))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("rows 2 to 4 are asked for, it has 3");
    assertThatThrownBy(() -> file.floats("action", 0, 1, 3, FloatBuffer.allocate(3)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'action' should have 3 values per row, has 2");
    assertThatThrownBy(() -> file.integers("timestamp", 0, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("expected integers, found FLOAT");
    byte[] bytes = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> ParquetFile.open(path))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("it may never have been finished");
  }
}
