package dev.lookahead.bridge.recording.table;

import dev.lookahead.worldmodel.episode.SignalAxis;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Some components of some columns, in an order: one of the vectors of an episode.
 *
 * @param parts where its values come from
 */
record Signals(List<Part> parts) {

  /**
   * A whole column or one component of it.
   *
   * @param index the component; negative for all
   */
  record Part(TableColumn column, int index) {

    int size() {
      return index < 0 ? column.width() : 1;
    }
  }

  Signals {
    parts = List.copyOf(parts);
  }

  static Signals of(TableColumn column) {
    return new Signals(List.of(new Part(column, -1)));
  }

  int size() {
    return parts.stream().mapToInt(Part::size).sum();
  }

  /** What each value is called, in order. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Part part : parts) {
      if (part.index() >= 0) {
        names.add(part.column().axis(part.index()));
      } else {
        for (int i = 0; i < part.column().width(); i++) {
          names.add(part.column().axis(i));
        }
      }
    }
    return names;
  }

  /** The same as axes of unknown unit. */
  List<SignalAxis> axes() {
    return names().stream().map(name -> new SignalAxis(name, "1")).toList();
  }

  /** Their values, [rows, size]. */
  FloatBuffer read(EpisodeTable table, int episode, int start, int rows) {
    FloatBuffer values = FloatBuffer.allocate(Math.multiplyExact(rows, size()));
    if (parts.size() == 1 && parts.get(0).index() < 0) {
      table.readVectors(parts.get(0).column(), episode, start, rows, values);
      return values.flip();
    }
    int offset = 0;
    for (Part part : parts) {
      int width = part.column().width();
      FloatBuffer whole = FloatBuffer.allocate(Math.multiplyExact(rows, width));
      table.readVectors(part.column(), episode, start, rows, whole);
      for (int row = 0; row < rows; row++) {
        int first = row * width + Math.max(0, part.index());
        values.put(row * size() + offset, whole, first, part.size());
      }
      offset += part.size();
    }
    return values;
  }
}
