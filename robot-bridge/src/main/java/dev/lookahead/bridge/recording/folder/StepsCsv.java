package dev.lookahead.bridge.recording.folder;

import dev.lookahead.worldmodel.episode.DataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of one episode: its {@code steps.csv}. */
final class StepsCsv {

  static final String FILE = "steps.csv";
  static final String STAMP = "stamp_ns";

  private final Path file;
  private final List<List<String>> rows;

  private StepsCsv(Path file, List<List<String>> rows) {
    this.file = file;
    this.rows = rows;
  }

  static StepsCsv read(Path file) {
    return new StepsCsv(file, CsvReader.read(file));
  }

  List<String> header() {
    return rows.get(0);
  }

  int length() {
    return rows.size() - 1;
  }

  /** The text in a cell. */
  String cell(int row, int column) {
    return rows.get(row + 1).get(column);
  }

  /** The number in a cell; NaN if it is empty. */
  float number(int row, int column) {
    String cell = cell(row, column);
    try {
      return cell.isEmpty() ? Float.NaN : Float.parseFloat(cell);
    } catch (NumberFormatException noNumber) {
      throw refused(row, column, "a number");
    }
  }

  /** The time in a cell. */
  long integer(int row, int column) {
    try {
      return Long.parseLong(cell(row, column));
    } catch (NumberFormatException noNumber) {
      throw refused(row, column, "an integer");
    }
  }

  private DataException refused(int row, int column, String expected) {
    String cell = cell(row, column);
    return new DataException(
        file,
        "row %d: '%s' should be %s, is '%s'"
            .formatted(
                row + 2,
                header().get(column),
                expected,
                cell.length() > 40 ? cell.substring(0, 40) + "..." : cell));
  }

  /** Whether a column names images, judged by its first cell. */
  boolean isCamera(int column) {
    if (length() == 0) {
      return false;
    }
    String cell = cell(0, column).toLowerCase(Locale.ROOT);
    return cell.endsWith(".png") || cell.endsWith(".jpg") || cell.endsWith(".jpeg");
  }

  /** The columns of each vector, by its name: what stands before the first dot. */
  Map<String, List<Integer>> vectors() {
    Map<String, List<Integer>> vectors = new LinkedHashMap<>();
    for (int column = 0; column < header().size(); column++) {
      String name = header().get(column);
      if (!name.equals(STAMP) && !isCamera(column) && isNumber(column)) {
        int dot = name.indexOf('.');
        String vector = dot < 0 ? name : name.substring(0, dot);
        vectors.computeIfAbsent(vector, unused -> new ArrayList<>()).add(column);
      }
    }
    return vectors;
  }

  /** Columns of text are nobody's vector. */
  private boolean isNumber(int column) {
    try {
      return length() > 0 && (cell(0, column).isEmpty() || Float.isFinite(number(0, column)));
    } catch (DataException text) {
      return false;
    }
  }

  /** What a component of a vector is called: what stands after the first dot. */
  String axis(int column) {
    String name = header().get(column);
    return name.substring(name.indexOf('.') + 1);
  }
}
