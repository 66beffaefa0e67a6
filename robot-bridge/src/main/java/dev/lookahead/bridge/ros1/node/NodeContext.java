package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.tcpros.LinkEvent;
import dev.lookahead.bridge.ros1.tcpros.TcprosLimits;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the links of one node share.
 *
 * @param executor gives a thread to each task at once
 * @param peers calls other nodes
 * @param randoms a generator for each who asks
 */
record NodeContext(
    Executor executor,
    PeerClient peers,
    TcprosLimits tcprosLimits,
    LongSupplier nanoClock,
    Supplier<RandomGenerator> randoms,
    Consumer<LinkEvent> events) {}
