package dev.lookahead.bridge.ros1.xmlrpc;

import java.util.List;

/**
 * A method call.
 *
 * @param method its name, such as {@code registerPublisher}
 */
public record XmlRpcCall(String method, List<XmlRpcValue> parameters) {

  /** Copies the list. */
  public XmlRpcCall {
    parameters = List.copyOf(parameters);
  }

  /** A call with these parameters. */
  public static XmlRpcCall of(String method, XmlRpcValue... parameters) {
    return new XmlRpcCall(method, List.of(parameters));
  }

  /**
   * One parameter.
   *
   * @throws XmlRpcException if the caller sent fewer
   */
  public XmlRpcValue parameter(int index) throws XmlRpcException {
    if (index < parameters.size()) {
      return parameters.get(index);
    }
    throw new XmlRpcException(
        method + " needs at least " + (index + 1) + " parameters, got " + parameters.size());
  }

  /** One parameter that must be a text. */
  public String text(int index) throws XmlRpcException {
    return parameter(index).asText();
  }
}
