package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Parameters as Java sees them: Boolean, Integer, Double, String, byte[], List and Map. */
final class ParameterValue {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private ParameterValue() {}

  static Object toJava(XmlRpcValue value) {
    if (value instanceof XmlRpcValue.Int number) {
      return number.value();
    } else if (value instanceof XmlRpcValue.Bool bool) {
      return bool.value();
    } else if (value instanceof XmlRpcValue.Dbl number) {
      return number.value();
    } else if (value instanceof XmlRpcValue.Text text) {
      return text.value();
    } else if (value instanceof XmlRpcValue.DateTime date) {
      return date.iso8601();
    } else if (value instanceof XmlRpcValue.Binary binary) {
      return binary.bytes();
    } else if (value instanceof XmlRpcValue.Array array) {
      return array.items().stream().map(ParameterValue::toJava).toList();
    } else if (value instanceof XmlRpcValue.Struct struct) {
      Map<String, Object> map = new LinkedHashMap<>();
      struct.members().forEach((name, member) -> map.put(name, toJava(member)));
      return map;
    }
    throw new IllegalStateException("no such value: " + value);
  }

  /**
   * The value to send.
   *
   * @throws IllegalArgumentException if it is none of the kinds a parameter can be
   */
  static XmlRpcValue of(Object value) {
    if (value instanceof Integer number) {
      return new XmlRpcValue.Int(number);
    } else if (value instanceof Boolean bool) {
      return new XmlRpcValue.Bool(bool);
    } else if (value instanceof Number number) {
      return new XmlRpcValue.Dbl(number.doubleValue());
    } else if (value instanceof String text) {
      return new XmlRpcValue.Text(text);
    } else if (value instanceof byte[] bytes) {
      return new XmlRpcValue.Binary(bytes);
    } else if (value instanceof List<?> list) {
      List<XmlRpcValue> items = new ArrayList<>();
      list.forEach(item -> items.add(of(item)));
      return new XmlRpcValue.Array(items);
    } else if (value instanceof Map<?, ?> map) {
      Map<String, XmlRpcValue> members = new LinkedHashMap<>();
      map.forEach((name, member) -> members.put(String.valueOf(name), of(member)));
      return new XmlRpcValue.Struct(members);
    }
    throw new IllegalArgumentException(
        "a parameter must be a Boolean, Integer, Double, String, byte[], List or Map, got "
            + value.getClass().getName());
  }

  /** What a command line's {@code _name:=text} means: a truth value, a number, else the text. */
  static XmlRpcValue parse(String text) {
    if (text.equals("true") || text.equals("false")) {
      return new XmlRpcValue.Bool(text.equals("true"));
    }
    try {
      return new XmlRpcValue.Int(Integer.parseInt(text));
    } catch (NumberFormatException notAnInteger) {
      return DECIMAL.matcher(text).matches()
          ? new XmlRpcValue.Dbl(Double.parseDouble(text))
          : new XmlRpcValue.Text(text);
    }
  }
}
