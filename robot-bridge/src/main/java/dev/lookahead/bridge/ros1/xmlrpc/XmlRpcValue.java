package dev.lookahead.bridge.ros1.xmlrpc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value as <a href="http://xmlrpc.com/spec.md">XML-RPC</a> knows it. Immutable; equality is that
 * of the content.
 */
public sealed interface XmlRpcValue {

  /** A 32-bit integer ({@code int}, {@code i4}). */
  record Int(int value) implements XmlRpcValue {}

  /** A truth value. */
  record Bool(boolean value) implements XmlRpcValue {}

  /** A finite or non-finite double; Python peers write {@code nan} and {@code inf}. */
  record Dbl(double value) implements XmlRpcValue {}

  /** A text; also what has no type element. */
  record Text(String value) implements XmlRpcValue {}

  /**
   * A date, kept as it was written: ROS gives it no meaning.
   *
   * @param iso8601 as in {@code 19980717T14:08:55}
   */
  record DateTime(String iso8601) implements XmlRpcValue {}

  /** A list. */
  record Array(List<XmlRpcValue> items) implements XmlRpcValue {
    /** Copies the list. */
    public Array {
      items = List.copyOf(items);
    }
  }

  /** Values by name, in the order they were written. */
  record Struct(Map<String, XmlRpcValue> members) implements XmlRpcValue {
    /** Copies the map. */
    public Struct {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** Bytes, written as base64. */
  final class Binary implements XmlRpcValue {
    private final byte[] bytes;

    /** Copies the bytes. */
    public Binary(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Binary that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "Binary[" + Base64.getEncoder().encodeToString(bytes) + "]";
    }
  }

  /** A list of values. */
  static Array array(XmlRpcValue... items) {
    return new Array(List.of(items));
  }

  /** A list of texts. */
  static Array texts(Iterable<?> items) {
    List<XmlRpcValue> texts = new ArrayList<>();
    items.forEach(item -> texts.add(new Text(item.toString())));
    return new Array(texts);
  }

  /**
   * This value as a text.
   *
   * @throws XmlRpcException if it is something else
   */
  default String asText() throws XmlRpcException {
    if (this instanceof Text text) {
      return text.value();
    }
    throw XmlRpcException.unexpected("a string", this);
  }

  /**
   * This value as an integer.
   *
   * @throws XmlRpcException if it is something else
   */
  default int asInt() throws XmlRpcException {
    if (this instanceof Int number) {
      return number.value();
    }
    throw XmlRpcException.unexpected("an int", this);
  }

  /**
   * This value as a list.
   *
   * @throws XmlRpcException if it is something else
   */
  default List<XmlRpcValue> asList() throws XmlRpcException {
    if (this instanceof Array array) {
      return array.items();
    }
    throw XmlRpcException.unexpected("an array", this);
  }
}
