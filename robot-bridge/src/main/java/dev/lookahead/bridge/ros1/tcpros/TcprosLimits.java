package dev.lookahead.bridge.ros1.tcpros;

/**
 * What is accepted of a peer.
 *
 * @param maxHeaderBytes of a connection header, which carries the message definition; 64 to 2^26
 * @param maxFields in a connection header; 8 to 10 000
 * @param maxBodyBytes of one message; 1 to 2^30
 */
public record TcprosLimits(int maxHeaderBytes, int maxFields, int maxBodyBytes) {

  /** Refuses limits outside their range. */
  public TcprosLimits {
    require("maxHeaderBytes", maxHeaderBytes, 64, 1 << 26);
    require("maxFields", maxFields, 8, 10_000);
    require("maxBodyBytes", maxBodyBytes, 1, 1 << 30);
  }

  /** 1 MiB and 64 fields of header; 64 MiB of body, twice a 4K image of rgba. */
  public static TcprosLimits defaults() {
    return new TcprosLimits(1 << 20, 64, 64 << 20);
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must be in " + least + " .. " + most + ", got " + value);
    }
  }
}
