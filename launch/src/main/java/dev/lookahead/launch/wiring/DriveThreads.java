package dev.lookahead.launch.wiring;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a drive besides that of its loop, one for each thing that may take its time: the
 * policy, telling the graph, writing the run's log, telling people. None can delay another, and
 * none the loop.
 */
final class DriveThreads {

  private static final Logger LOG = LoggerFactory.getLogger(DriveThreads.class);
  private static final long PATIENCE_MILLIS = 2_000;
  private static final int MOST_NEWS = 1_024;

  private final ExecutorService policy = thread("policy", new LinkedBlockingQueue<>());
  private final ExecutorService telemetry = thread("telemetry", new LinkedBlockingQueue<>());
  private final ExecutorService recorder = thread("recorder", new LinkedBlockingQueue<>());
  // What happens while people cannot be told, as on a terminal that is held, is forgotten.
  private final ExecutorService news = thread("news", new ArrayBlockingQueue<>(MOST_NEWS));

  private static ExecutorService thread(String name, BlockingQueue<Runnable> queue) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        queue,
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Where the policy thinks; tasks may wait for as long as they like. */
  ExecutorService policy() {
    return policy;
  }

  /** Where messages about the loop are made and sent. */
  Executor telemetry() {
    return telemetry;
  }

  /** Where the run's log is written. */
  Executor recorder() {
    return recorder;
  }

  /** Where people are told; of what they are too slow for, the latest is lost. */
  Executor news() {
    return news;
  }

  /** Waits a little for what is under way; takes nothing more. */
  void end() throws InterruptedException {
    for (ExecutorService thread : List.of(policy, telemetry, recorder, news)) {
      thread.shutdown();
      if (!thread.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.warn("a thread of the drive did not end within {} ms", PATIENCE_MILLIS);
      }
    }
  }
}
