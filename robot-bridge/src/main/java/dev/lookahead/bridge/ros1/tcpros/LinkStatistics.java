package dev.lookahead.bridge.ros1.tcpros;

/**
 * What went over one link so far.
 *
 * @param peer the other end's node name, or its address while unknown
 * @param bytes of these messages
 * @param dropped messages that a slow subscriber's full queue lost
 */
public record LinkStatistics(
    String peer, long messages, long bytes, long dropped, boolean connected) {}
