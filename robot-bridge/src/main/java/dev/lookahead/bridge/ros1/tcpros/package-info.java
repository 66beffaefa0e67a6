/**
 * TCPROS, the transport of ROS 1: a connection header of {@code key=value} fields, then bodies with
 * their length in front, little-endian (<a
 * href="http://wiki.ros.org/ROS/TCPROS">wiki.ros.org/ROS/TCPROS</a>). Bodies are bytes here; what
 * they mean is said by {@code dev.lookahead.bridge.ros1.message}.
 *
 * <p>Receiving: one thread per publisher blocks on its socket and fills a buffer that is used
 * again, which for camera images is the fastest way. Sending: the publishing thread itself writes
 * without blocking; what a slow subscriber does not take waits in a queue of bounded length, and
 * one thread of the server drains it.
 *
 * <p>A peer that is gone is noticed at once if its system says so, within 1.75 s if it falls silent
 * inside a message or after a steady rate of two messages a second or more, and within about three
 * seconds by TCP's keepalive if its machine vanishes from a link without a rate. What nothing here
 * notices: a publisher without a rate that hangs while its system lives, and a subscriber that
 * stops reading (its queue stays bounded).
 *
 * <p>Nothing read is believed: a header beyond its limits is refused, and a buffer grows only as
 * fast as bytes arrive, whatever length was announced. Only {@link java.io.IOException}s escape.
 * ROS 1 has no authentication: whoever reaches the port may connect.
 *
 * <p>Read {@link dev.lookahead.bridge.ros1.tcpros.ConnectionHeader}, {@link
 * dev.lookahead.bridge.ros1.tcpros.InboundLink} and {@link
 * dev.lookahead.bridge.ros1.tcpros.LatestBody} (receiving), {@link
 * dev.lookahead.bridge.ros1.tcpros.TcprosServer} and {@link
 * dev.lookahead.bridge.ros1.tcpros.Publication} (sending), {@link
 * dev.lookahead.bridge.ros1.tcpros.ServiceEndpoint} and {@link
 * dev.lookahead.bridge.ros1.tcpros.ServiceConnection} (calling).
 */
@NullMarked
package dev.lookahead.bridge.ros1.tcpros;

import org.jspecify.annotations.NullMarked;
