package dev.lookahead.bridge.ros1.xmlrpc;

import java.util.List;

/**
 * The triple in which the master and every node answer: {@code [code, statusMessage, value]}.
 *
 * @param code 1 success, 0 failure (the caller asked rightly, it did not work), -1 error (the
 *     caller asked wrongly)
 */
public record RosReply(int code, String status, XmlRpcValue value) {

  /** It worked. */
  public static RosReply success(String status, XmlRpcValue value) {
    return new RosReply(1, status, value);
  }

  /** It worked, and there is nothing to say: 0, as the reference master says. */
  public static RosReply success(String status) {
    return success(status, new XmlRpcValue.Int(0));
  }

  /** The caller asked for something impossible. */
  public static RosReply error(String status) {
    return new RosReply(-1, status, new XmlRpcValue.Int(0));
  }

  /** The answer as it travels. */
  public XmlRpcValue toValue() {
    return XmlRpcValue.array(new XmlRpcValue.Int(code), new XmlRpcValue.Text(status), value);
  }

  /**
   * Reads an answer.
   *
   * @throws XmlRpcException if it is no triple of int, string and value
   */
  public static RosReply of(XmlRpcValue value) throws XmlRpcException {
    List<XmlRpcValue> triple = value.asList();
    if (triple.size() != 3) {
      throw XmlRpcException.unexpected("[code, statusMessage, value]", value);
    }
    return new RosReply(triple.get(0).asInt(), triple.get(1).asText(), triple.get(2));
  }

  /** Whether it worked. */
  public boolean succeeded() {
    return code == 1;
  }

  /**
   * The value of an answer that must be a success.
   *
   * @param asked what was asked for, for the message
   * @throws XmlRpcException if the peer refused
   */
  public XmlRpcValue require(String asked) throws XmlRpcException {
    if (succeeded()) {
      return value;
    }
    throw new XmlRpcException(
        asked + " was refused with code " + code + ": " + XmlRpcException.shortened(status));
  }
}
