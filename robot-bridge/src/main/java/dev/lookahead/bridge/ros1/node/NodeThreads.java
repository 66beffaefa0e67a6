package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.name.GraphName;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of one node: one event loop for XML-RPC, and as many others as there is work. */
final class NodeThreads implements ThreadFactory, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NodeThreads.class);
  private static final long END_SECONDS = 5;

  private final GraphName node;
  private final AtomicInteger started = new AtomicInteger();
  private final ExecutorService executor;
  private final EventLoopGroup loop;

  NodeThreads(GraphName node) {
    this.node = node;
    this.executor = Executors.newCachedThreadPool(this);
    this.loop = new MultiThreadIoEventLoopGroup(1, this, NioIoHandler.newFactory());
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "ros1 " + node + " " + started.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  ExecutorService executor() {
    return executor;
  }

  EventLoopGroup loop() {
    return loop;
  }

  /** Interrupts all tasks and waits for the threads to end. */
  @Override
  public void close() {
    executor.shutdownNow();
    loop.shutdownGracefully(0, END_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    try {
      if (!executor.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a thread of {} did not end within {} s", node, END_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
