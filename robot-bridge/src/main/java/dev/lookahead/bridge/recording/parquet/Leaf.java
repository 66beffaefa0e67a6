package dev.lookahead.bridge.recording.parquet;

import java.util.List;

/**
 * A column of a file.
 *
 * @param path names from the root of the schema, for example {@code [action, list, element]}
 * @param maxDefinition the definition level of a value that is there
 * @param maxRepetition how many lists it is in
 */
record Leaf(List<String> path, PhysicalType type, int maxDefinition, int maxRepetition) {

  Leaf {
    path = List.copyOf(path);
  }

  /** The column it belongs to. */
  String top() {
    return path.get(0);
  }

  String last() {
    return path.get(path.size() - 1);
  }
}
