package dev.lookahead.bridge.ros1.xmlrpc;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads calls and answers. The JDK's pull parser does the XML, with document types and external
 * entities off; depth and count are checked here while reading, bytes by the caller's limit before.
 */
final class XmlRpcReader {

  private static final XMLInputFactory XML = safeFactory();

  private final XMLStreamReader xml;
  private final XmlRpcLimits limits;
  private int values;

  private XmlRpcReader(String document, XmlRpcLimits limits) throws XMLStreamException {
    this.xml = XML.createXMLStreamReader(new StringReader(document));
    this.limits = limits;
  }

  private static XMLInputFactory safeFactory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Reads what a client sent. */
  static XmlRpcCall call(byte[] document, XmlRpcLimits limits) throws XmlRpcException {
    return read(document, limits, XmlRpcReader::readCall);
  }

  /** Reads what a server answered: a value, or a fault as its exception. */
  static XmlRpcValue answer(byte[] document, XmlRpcLimits limits)
      throws XmlRpcException, XmlRpcFault {
    Answer answer = read(document, limits, XmlRpcReader::readAnswer);
    if (answer.fault()) {
      throw fault(answer.value());
    }
    return answer.value();
  }

  private record Answer(XmlRpcValue value, boolean fault) {}

  private interface Part<T> {
    T read(XmlRpcReader reader) throws XMLStreamException, XmlRpcException;
  }

  private static <T> T read(byte[] document, XmlRpcLimits limits, Part<T> part)
      throws XmlRpcException {
    if (document.length > limits.maxBytes()) {
      throw new XmlRpcException(
          "an XML-RPC document may have " + limits.maxBytes() + " bytes, got " + document.length);
    }
    try {
      return part.read(new XmlRpcReader(utf8(document), limits));
    } catch (XMLStreamException e) {
      throw new XmlRpcException("not an XML-RPC document: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      // The JDK's parser answers some malformed documents with unchecked exceptions.
      throw new XmlRpcException("not an XML-RPC document: " + e, e);
    }
  }

  /** Decoded here: given bytes, the JDK's parser prints what is no UTF-8 on the error stream. */
  private static String utf8(byte[] document) throws XmlRpcException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    } catch (CharacterCodingException e) {
      throw new XmlRpcException("expected an XML-RPC document in UTF-8: " + e.getMessage(), e);
    }
  }

  private XmlRpcCall readCall() throws XMLStreamException, XmlRpcException {
    open("methodCall");
    open("methodName");
    String method = xml.getElementText().strip();
    List<XmlRpcValue> parameters = new ArrayList<>();
    if (nextIsOpen() && is("params")) {
      while (nextIsOpen()) {
        requireOpen("param");
        parameters.add(onlyValue());
      }
    }
    return new XmlRpcCall(method, parameters);
  }

  private Answer readAnswer() throws XMLStreamException, XmlRpcException {
    open("methodResponse");
    if (nextIsOpen() && is("fault")) {
      return new Answer(onlyValue(), true);
    }
    requireOpen("params");
    open("param");
    return new Answer(onlyValue(), false);
  }

  /** The value inside the element just opened, up to the element's end. */
  private XmlRpcValue onlyValue() throws XMLStreamException, XmlRpcException {
    open("value");
    XmlRpcValue value = value(1);
    close();
    return value;
  }

  /** The value whose {@code <value>} was just opened; ends on its {@code </value>}. */
  private XmlRpcValue value(int depth) throws XMLStreamException, XmlRpcException {
    if (depth > limits.maxDepth()) {
      throw new XmlRpcException("values may nest " + limits.maxDepth() + " deep, got more");
    }
    if (++values > limits.maxValues()) {
      throw new XmlRpcException("a document may hold " + limits.maxValues() + " values, got more");
    }
    StringBuilder untyped = new StringBuilder();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            untyped.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          return new XmlRpcValue.Text(untyped.toString());
        }
        case XMLStreamConstants.START_ELEMENT -> {
          XmlRpcValue typed = typed(xml.getLocalName(), depth);
          close();
          return typed;
        }
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        default -> throw new XmlRpcException("a value must hold text or one typed element");
      }
    }
  }

  private XmlRpcValue typed(String type, int depth) throws XMLStreamException, XmlRpcException {
    return switch (type) {
      case "array" -> array(depth);
      case "struct" -> struct(depth);
      case "string" -> new XmlRpcValue.Text(xml.getElementText());
      default -> scalar(type, xml.getElementText().strip());
    };
  }

  private static XmlRpcValue scalar(String type, String text) throws XmlRpcException {
    try {
      return switch (type) {
        case "i4", "int" -> new XmlRpcValue.Int(Integer.parseInt(text));
        case "boolean" -> new XmlRpcValue.Bool(bool(text));
        case "double" -> new XmlRpcValue.Dbl(decimal(text));
        case "dateTime.iso8601" -> new XmlRpcValue.DateTime(text);
        case "base64" -> new XmlRpcValue.Binary(Base64.getMimeDecoder().decode(text));
        default -> throw XmlRpcException.unexpected("a type of XML-RPC", "<" + type + ">");
      };
    } catch (IllegalArgumentException e) {
      throw XmlRpcException.unexpected("a value of type " + type, "'" + text + "'");
    }
  }

  private static boolean bool(String text) {
    return switch (text) {
      case "0" -> false;
      case "1" -> true;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static double decimal(String text) {
    return switch (text) {
      case "nan", "-nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private XmlRpcValue array(int depth) throws XMLStreamException, XmlRpcException {
    List<XmlRpcValue> items = new ArrayList<>();
    open("data");
    while (nextIsOpen()) {
      requireOpen("value");
      items.add(value(depth + 1));
    }
    close();
    return new XmlRpcValue.Array(items);
  }

  private XmlRpcValue struct(int depth) throws XMLStreamException, XmlRpcException {
    Map<String, XmlRpcValue> members = new LinkedHashMap<>();
    while (nextIsOpen()) {
      requireOpen("member");
      open("name");
      String name = xml.getElementText();
      open("value");
      members.put(name, value(depth + 1));
      close();
    }
    return new XmlRpcValue.Struct(members);
  }

  private static XmlRpcFault fault(XmlRpcValue value) throws XmlRpcException {
    if (value instanceof XmlRpcValue.Struct struct
        && struct.members().get("faultCode") instanceof XmlRpcValue.Int code
        && struct.members().get("faultString") instanceof XmlRpcValue.Text message) {
      return new XmlRpcFault(code.value(), message.value());
    }
    throw XmlRpcException.unexpected("a fault with faultCode and faultString", value);
  }

  private void open(String name) throws XMLStreamException, XmlRpcException {
    nextIsOpen();
    requireOpen(name);
  }

  private void close() throws XMLStreamException, XmlRpcException {
    if (nextIsOpen()) {
      throw XmlRpcException.unexpected("the end of an element", "<" + xml.getLocalName() + ">");
    }
  }

  /** Moves to the next tag: true if one opens, false if one closes. */
  private boolean nextIsOpen() throws XMLStreamException {
    return xml.nextTag() == XMLStreamConstants.START_ELEMENT;
  }

  private boolean is(String name) {
    return xml.isStartElement() && xml.getLocalName().equals(name);
  }

  private void requireOpen(String name) throws XmlRpcException {
    if (!is(name)) {
      throw XmlRpcException.unexpected("<" + name + ">", "<" + xml.getLocalName() + ">");
    }
  }
}
