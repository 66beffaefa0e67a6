/**
 * XML-RPC, the language of the ROS 1 master: a codec with limits on bytes, depth and count, a
 * client with deadlines and a server on Netty.
 *
 * <p>Everything read comes from the network and is hostile until checked: document types and
 * entities are refused, and what does not fit the limits is refused before it is kept. Only {@link
 * dev.lookahead.bridge.ros1.xmlrpc.XmlRpcException} escapes.
 *
 * <p>Read {@link dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue} (what can be said), {@link
 * dev.lookahead.bridge.ros1.xmlrpc.XmlRpcClient} and {@link
 * dev.lookahead.bridge.ros1.xmlrpc.XmlRpcServer} (who says it), {@link
 * dev.lookahead.bridge.ros1.xmlrpc.RosReply} (the triple in which every ROS answer comes).
 */
@NullMarked
package dev.lookahead.bridge.ros1.xmlrpc;

import org.jspecify.annotations.NullMarked;
