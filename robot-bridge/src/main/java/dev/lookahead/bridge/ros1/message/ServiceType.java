package dev.lookahead.bridge.ros1.message;

/**
 * A ROS 1 service type: a request, a response and the md5 over both definitions.
 *
 * @param name package and name, as in {@code std_srvs/Trigger}
 * @param md5 the md5 of both halves together, which client and server must agree on; each half has
 *     its own in its type
 * @param request the type named {@code <name>Request}
 * @param response the type named {@code <name>Response}
 */
public record ServiceType<Q, R>(
    String name, String md5, MessageType<Q> request, MessageType<R> response) {}
