package dev.lookahead.bridge.ros1.xmlrpc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes calls and answers as UTF-8 documents. */
final class XmlRpcWriter {

  private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\"?>\n");

  private XmlRpcWriter() {}

  static byte[] call(XmlRpcCall call) {
    XmlRpcWriter writer = new XmlRpcWriter();
    writer.out.append("<methodCall><methodName>");
    writer.text(call.method());
    writer.out.append("</methodName><params>");
    call.parameters().forEach(writer::parameter);
    writer.out.append("</params></methodCall>");
    return writer.bytes();
  }

  static byte[] answer(XmlRpcValue value) {
    XmlRpcWriter writer = new XmlRpcWriter();
    writer.out.append("<methodResponse><params>");
    writer.parameter(value);
    writer.out.append("</params></methodResponse>");
    return writer.bytes();
  }

  static byte[] fault(int code, String message) {
    XmlRpcWriter writer = new XmlRpcWriter();
    writer.out.append("<methodResponse><fault><value><struct><member><name>faultCode</name>");
    writer.value(new XmlRpcValue.Int(code));
    writer.out.append("</member><member><name>faultString</name>");
    writer.value(new XmlRpcValue.Text(message));
    writer.out.append("</member></struct></value></fault></methodResponse>");
    return writer.bytes();
  }

  private void parameter(XmlRpcValue value) {
    out.append("<param>");
    value(value);
    out.append("</param>");
  }

  private void value(XmlRpcValue value) {
    out.append("<value>");
    if (value instanceof XmlRpcValue.Int number) {
      out.append("<i4>").append(number.value()).append("</i4>");
    } else if (value instanceof XmlRpcValue.Bool bool) {
      out.append("<boolean>").append(bool.value() ? 1 : 0).append("</boolean>");
    } else if (value instanceof XmlRpcValue.Dbl number) {
      out.append("<double>").append(decimal(number.value())).append("</double>");
    } else if (value instanceof XmlRpcValue.Text text) {
      out.append("<string>");
      text(text.value());
      out.append("</string>");
    } else if (value instanceof XmlRpcValue.DateTime date) {
      out.append("<dateTime.iso8601>");
      text(date.iso8601());
      out.append("</dateTime.iso8601>");
    } else if (value instanceof XmlRpcValue.Binary binary) {
      out.append("<base64>")
          .append(Base64.getEncoder().encodeToString(binary.bytes()))
          .append("</base64>");
    } else if (value instanceof XmlRpcValue.Array array) {
      out.append("<array><data>");
      array.items().forEach(this::value);
      out.append("</data></array>");
    } else if (value instanceof XmlRpcValue.Struct struct) {
      out.append("<struct>");
      struct.members().forEach(this::member);
      out.append("</struct>");
    }
    out.append("</value>");
  }

  private void member(String name, XmlRpcValue value) {
    out.append("<member><name>");
    text(name);
    out.append("</name>");
    value(value);
    out.append("</member>");
  }

  /** Python's words for what is not finite; roscpp reads them too. */
  private static String decimal(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    return Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Double.toString(value);
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\r' -> out.append("&#13;");
        default -> out.append(isXml(c) ? c : '\uFFFD');
      }
    }
  }

  /** What XML 1.0 can carry; the rest is written as the replacement character. */
  private static boolean isXml(char c) {
    return c >= ' ' ? c < '\uFFFE' : c == '\t' || c == '\n';
  }

  private byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
