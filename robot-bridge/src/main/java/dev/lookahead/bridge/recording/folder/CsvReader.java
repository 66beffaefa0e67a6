package dev.lookahead.bridge.recording.folder;

import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values as in RFC 4180: quotes around cells that hold commas, quotes or line ends,
 * two quotes for one. Line ends may be of either kind. Nothing is guessed: a quote inside an
 * unquoted cell, text after a closing quote, rows of different lengths are refused.
 */
final class CsvReader {

  private static final long MAX_BYTES = 64 << 20;
  private static final int MAX_COLUMNS = 4096;

  private final Path file;
  private final String text;
  private int at;
  private int line = 1;

  private CsvReader(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * All rows of a file of at most 64 MiB, the header among them; at least one.
   *
   * @throws DataException with the line, if it is not well-formed
   */
  static List<List<String>> read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new DataException(
            file, "a CSV file has at most %d bytes, has %d".formatted(MAX_BYTES, Files.size(file)));
      }
      return new CsvReader(file, Files.readString(file, StandardCharsets.UTF_8)).rows();
    } catch (IOException unreadable) {
      throw new DataException(file, "is no readable UTF-8 text", unreadable);
    }
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    while (at < text.length()) {
      List<String> row = row();
      if (!rows.isEmpty() && row.size() != rows.get(0).size()) {
        throw refused(
            "a row has %d cells as the header does, has %d"
                .formatted(rows.get(0).size(), row.size()));
      }
      rows.add(row);
      line++;
    }
    if (rows.isEmpty()) {
      throw refused("there is no header");
    }
    return rows;
  }

  private List<String> row() {
    List<String> cells = new ArrayList<>();
    while (true) {
      cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
      if (cells.size() > MAX_COLUMNS) {
        throw refused("a row has at most %d cells".formatted(MAX_COLUMNS));
      }
      if (at == text.length()) {
        return cells;
      }
      char end = text.charAt(at++);
      if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      if (end != ',') {
        return cells;
      }
    }
  }

  private String plain() {
    int start = at;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      if (text.charAt(at++) == '"') {
        throw refused("a quote in a cell that does not begin with one");
      }
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    int start = at + 1;
    while (true) {
      int quote = text.indexOf('"', start);
      if (quote < 0) {
        throw refused("a quoted cell does not end");
      }
      cell.append(text, start, quote);
      at = quote + 1;
      if (at == text.length() || isEnd(text.charAt(at))) {
        return cell.toString();
      }
      if (text.charAt(at) != '"') {
        throw refused("text follows the end of a quoted cell");
      }
      cell.append('"');
      start = at + 1;
    }
  }

  private static boolean isEnd(char character) {
    return character == ',' || character == '\n' || character == '\r';
  }

  private DataException refused(String problem) {
    return new DataException(file, "row %d: %s".formatted(line, problem));
  }

  /** A cell as it is written. */
  static String cell(String value) {
    boolean plain = value.chars().noneMatch(c -> c == '"' || isEnd((char) c));
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
