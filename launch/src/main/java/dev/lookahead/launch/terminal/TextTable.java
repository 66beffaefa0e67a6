package dev.lookahead.launch.terminal;

import java.util.ArrayList;
import java.util.List;

/** Aligned text: the first column to the left, the others to the right. */
public final class TextTable {

  private TextTable() {}

  /**
   * One line per row.
   *
   * @param rows of equally many cells, the header among them
   */
  public static List<String> lines(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(" ");
      for (int i = 0; i < widths.length; i++) {
        String pad = " ".repeat(widths[i] - row.get(i).length());
        line.append(' ').append(i == 0 ? row.get(i) + pad : pad + row.get(i)).append(' ');
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
