package dev.lookahead.bridge.recording.parquet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A struct of Thrift by the numbers of its fields.
 *
 * @param fields Long, Double, Boolean, byte[], List or ThriftStruct
 */
record ThriftStruct(Map<Integer, Object> fields) {

  boolean has(int field) {
    return fields.containsKey(field);
  }

  /** An integer that must be there and lie in a range. */
  long integer(int field, long low, long high) {
    if (fields.get(field) instanceof Long value && value >= low && value <= high) {
      return value;
    }
    throw new ParquetException(
        "field %d of the metadata should be %d to %d, is %s"
            .formatted(field, low, high, fields.get(field)));
  }

  /** An integer in a range, or what it is if absent. */
  long integer(int field, long low, long high, long absent) {
    return has(field) ? integer(field, low, high) : absent;
  }

  boolean truth(int field, boolean absent) {
    return fields.get(field) instanceof Boolean value ? value : absent;
  }

  String text(int field) {
    return new String(require(field, byte[].class), StandardCharsets.UTF_8);
  }

  ThriftStruct struct(int field) {
    return require(field, ThriftStruct.class);
  }

  List<ThriftStruct> structs(int field) {
    return list(field, ThriftStruct.class);
  }

  List<String> texts(int field) {
    return list(field, byte[].class).stream()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .toList();
  }

  private <T> List<T> list(int field, Class<T> type) {
    List<T> typed = new ArrayList<>();
    for (Object value : require(field, List.class)) {
      if (!type.isInstance(value)) {
        throw new ParquetException("a list in field %d of the metadata is mixed".formatted(field));
      }
      typed.add(type.cast(value));
    }
    return typed;
  }

  private <T> T require(int field, Class<T> type) {
    Object value = fields.get(field);
    if (!type.isInstance(value)) {
      throw new ParquetException("field %d of the metadata is missing".formatted(field));
    }
    return type.cast(value);
  }
}
