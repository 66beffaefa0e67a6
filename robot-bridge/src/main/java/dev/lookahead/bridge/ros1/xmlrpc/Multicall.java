package dev.lookahead.bridge.ros1.xmlrpc;

import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Array;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Binary;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Int;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Struct;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code system.multicall}, many calls in one document, as roslaunch sets parameters and rospy
 * takes its registrations back. The parameter is a list of structs {@code {methodName, params}};
 * the answer lists, in the same order, a list of one value for each call that worked and the struct
 * of a fault for each that did not (<a
 * href="https://mirrors.talideon.com/articles/multicall.html">Kidd, system.multicall</a>, 2001).
 */
final class Multicall implements XmlRpcHandler {

  private static final String METHOD = "system.multicall";

  /** What a value costs besides its text, roughly as its tags do. */
  private static final int TAGS = 32;

  private final XmlRpcHandler single;
  private final XmlRpcLimits limits;

  /**
   * @param single answers each call
   */
  Multicall(XmlRpcHandler single, XmlRpcLimits limits) {
    this.single = single;
    this.limits = limits;
  }

  @Override
  public XmlRpcValue answer(XmlRpcCall call) throws IOException {
    if (!call.method().equals(METHOD)) {
      return single.answer(call);
    }
    List<XmlRpcValue> answers = new ArrayList<>();
    long bytes = 0;
    for (XmlRpcValue one : call.parameter(0).asList()) {
      XmlRpcValue answer = answerOne(one);
      bytes += bytes(answer);
      if (bytes > limits.maxBytes()) {
        throw new XmlRpcException(
            "the answers of a "
                + METHOD
                + " may have "
                + limits.maxBytes()
                + " bytes together: ask for less at once");
      }
      answers.add(answer);
    }
    return new Array(answers);
  }

  private XmlRpcValue answerOne(XmlRpcValue one) {
    try {
      return XmlRpcValue.array(single.answer(call(one)));
    } catch (IOException | IllegalArgumentException e) {
      return new Struct(
          Map.of(
              "faultCode",
              new Int(XmlRpcFault.GENERAL),
              "faultString",
              new Text(String.valueOf(e.getMessage()))));
    }
  }

  private static XmlRpcCall call(XmlRpcValue one) throws XmlRpcException {
    Map<String, XmlRpcValue> members = one instanceof Struct struct ? struct.members() : Map.of();
    XmlRpcValue method = members.get("methodName");
    XmlRpcValue parameters = members.get("params");
    if (method == null || parameters == null) {
      throw XmlRpcException.unexpected("a struct of methodName and params", one);
    }
    if (method.equals(new Text(METHOD))) {
      throw new XmlRpcException("a " + METHOD + " cannot stand in another one");
    }
    return new XmlRpcCall(method.asText(), parameters.asList());
  }

  private static long bytes(XmlRpcValue value) {
    if (value instanceof Text text) {
      return (long) TAGS + text.value().length();
    }
    if (value instanceof Binary binary) {
      return (long) TAGS + binary.bytes().length;
    }
    long bytes = TAGS;
    if (value instanceof Array array) {
      for (XmlRpcValue item : array.items()) {
        bytes += bytes(item);
      }
    } else if (value instanceof Struct struct) {
      for (Map.Entry<String, XmlRpcValue> member : struct.members().entrySet()) {
        bytes += TAGS + member.getKey().length() + bytes(member.getValue());
      }
    }
    return bytes;
  }
}
