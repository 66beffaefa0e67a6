package dev.lookahead.bridge.ros1.xmlrpc;

/**
 * What is accepted of one document.
 *
 * @param maxBytes of the HTTP body, 1 to 2^30
 * @param maxDepth of values within values, 1 to 200
 * @param maxValues in one document, 1 to 2^30
 */
public record XmlRpcLimits(int maxBytes, int maxDepth, int maxValues) {

  private static final int MOST = 1 << 30;

  /** Refuses limits outside their range. */
  public XmlRpcLimits {
    require("maxBytes", maxBytes, MOST);
    require("maxDepth", maxDepth, 200);
    require("maxValues", maxValues, MOST);
  }

  /** 4 MiB (a robot description fits), 32 levels, 100 000 values. */
  public static XmlRpcLimits defaults() {
    return new XmlRpcLimits(4 << 20, 32, 100_000);
  }

  private static void require(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must be in 1 .. " + most + ", got " + value);
    }
  }
}
