/**
 * Messages of ROS 1 as bytes: what a type is called, its md5 and full definition, and how its
 * values are read from and written to the little-endian body that TCPROS, bag files and Foxglove's
 * {@code ros1} encoding share.
 *
 * <p>Read {@link dev.lookahead.bridge.ros1.message.MessageType} first. Bodies come from the
 * network: {@link dev.lookahead.bridge.ros1.message.MessageReader} believes no length before it was
 * compared with the bytes that remain, and only {@link
 * dev.lookahead.bridge.ros1.message.MessageFormatException} leaves it.
 */
@NullMarked
package dev.lookahead.bridge.ros1.message;

import org.jspecify.annotations.NullMarked;
