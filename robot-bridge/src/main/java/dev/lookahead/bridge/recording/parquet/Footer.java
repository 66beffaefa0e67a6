package dev.lookahead.bridge.recording.parquet;

import java.util.ArrayList;
import java.util.List;

/**
 * What a file says of itself at its end.
 *
 * @param leaves the columns, in order
 * @param groups the row groups, in order
 */
record Footer(List<Leaf> leaves, List<Group> groups) {

  private static final int MAX_LEAVES = 10_000;
  private static final int MAX_DEPTH = 16;
  private static final int REQUIRED = 0;
  private static final int REPEATED = 2;

  /** Rows that are stored together. */
  record Group(long rows, List<Chunk> chunks) {}

  /**
   * One column of a row group.
   *
   * @param codec the number of its compression
   * @param values how many, nulls among them
   * @param offset where its first page is in the file
   * @param bytes how long it is in the file
   */
  record Chunk(int codec, long values, long offset, long bytes) {}

  static Footer of(ThriftStruct metadata, long fileBytes) {
    List<ThriftStruct> schema = metadata.structs(2);
    List<Leaf> leaves = new ArrayList<>();
    if (schema.isEmpty()) {
      throw new ParquetException("there is no schema");
    }
    int[] at = {1};
    long children = schema.get(0).integer(5, 0, MAX_LEAVES, 0);
    for (long i = 0; i < children; i++) {
      collect(schema, at, List.of(), 0, 0, leaves);
    }
    List<Group> groups = new ArrayList<>();
    for (ThriftStruct group : metadata.structs(4)) {
      groups.add(group(group, leaves, fileBytes));
    }
    return new Footer(List.copyOf(leaves), List.copyOf(groups));
  }

  private static void collect(
      List<ThriftStruct> schema,
      int[] at,
      List<String> parent,
      int definition,
      int repetition,
      List<Leaf> leaves) {
    if (at[0] >= schema.size() || parent.size() >= MAX_DEPTH || leaves.size() >= MAX_LEAVES) {
      throw new ParquetException("the schema does not end where it should, or is too large");
    }
    ThriftStruct element = schema.get(at[0]++);
    List<String> path = new ArrayList<>(parent);
    path.add(element.text(4));
    long kind = element.integer(3, 0, 2, REQUIRED);
    int maxDefinition = definition + (kind == REQUIRED ? 0 : 1);
    int maxRepetition = repetition + (kind == REPEATED ? 1 : 0);
    long children = element.integer(5, 0, MAX_LEAVES, 0);
    if (children == 0) {
      leaves.add(
          new Leaf(path, PhysicalType.of(element.integer(1, 0, 7)), maxDefinition, maxRepetition));
    }
    for (long i = 0; i < children; i++) {
      collect(schema, at, path, maxDefinition, maxRepetition, leaves);
    }
  }

  private static Group group(ThriftStruct group, List<Leaf> leaves, long fileBytes) {
    List<ThriftStruct> columns = group.structs(1);
    if (columns.size() != leaves.size()) {
      throw new ParquetException(
          "a row group should have %d columns, has %d".formatted(leaves.size(), columns.size()));
    }
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ThriftStruct chunk = columns.get(i).struct(3);
      if (columns.get(i).has(1) || !chunk.texts(3).equals(leaves.get(i).path())) {
        throw new ParquetException(
            "column %s is in another file or out of order".formatted(leaves.get(i).path()));
      }
      long first = chunk.integer(9, 0, fileBytes);
      long offset = Math.min(first, chunk.integer(11, 1, fileBytes, first));
      chunks.add(
          new Chunk(
              (int) chunk.integer(4, 0, 7),
              chunk.integer(5, 0, Integer.MAX_VALUE),
              offset,
              chunk.integer(7, 0, fileBytes - offset)));
    }
    return new Group(group.integer(3, 0, Integer.MAX_VALUE), List.copyOf(chunks));
  }

  long rows() {
    return groups.stream().mapToLong(Group::rows).sum();
  }
}
