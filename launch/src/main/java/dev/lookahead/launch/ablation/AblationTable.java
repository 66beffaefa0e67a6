package dev.lookahead.launch.ablation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows of an ablation as a Markdown table, which terminals show well enough. */
public final class AblationTable {

  private AblationTable() {}

  /** The rows of one world. */
  public static List<List<String>> cells(List<AblationRow> rows) {
    List<String> probes = List.copyOf(rows.get(0).r2().keySet());
    List<List<String>> cells = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of(rows.get(0).world(), "seed"));
    header.addAll(probes);
    header.addAll(List.of("spread", "rank", "steps", "s", "outcome"));
    cells.add(header);
    for (AblationRow row : rows) {
      List<String> line = new ArrayList<>(List.of(row.variant(), Long.toString(row.seed())));
      probes.forEach(probe -> line.add(number("%.3f", row.r2().getOrDefault(probe, Double.NaN))));
      line.add(number("%.3f", row.spread()));
      line.add(number("%.1f", row.effectiveRank()));
      line.add(Long.toString(row.steps()));
      line.add(number("%.0f", row.seconds()));
      line.add(row.outcome());
      cells.add(line);
    }
    return cells;
  }

  /** The same as Markdown. */
  public static String markdown(List<AblationRow> rows) {
    StringBuilder text = new StringBuilder();
    List<List<String>> cells = cells(rows);
    for (int i = 0; i < cells.size(); i++) {
      text.append("| ").append(String.join(" | ", cells.get(i))).append(" |\n");
      if (i == 0) {
        text.append("| --- ").append("| ---: ".repeat(cells.get(0).size() - 1)).append("|\n");
      }
    }
    return text.toString();
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
