package dev.lookahead.bridge.runlog;

import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.RealTimeEvent;
import dev.lookahead.bridge.realtime.Turn;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records a run. {@link #accept} only queues, so the control loop never waits for a disk; if the
 * disk cannot keep up, fails or is full, recording stops, tells so once, and the loop goes on.
 *
 * <p>Threads: {@link #accept} from one, writing on the executor, one batch at a time. Fields are
 * guarded by this object's monitor, except for the files, which only the batch under way touches.
 */
public final class RunLogWriter implements Consumer<RealTimeEvent>, AutoCloseable {

  static final String HEADER = "run.json";
  static final String LINES = "run.jsonl";
  static final String FRAMES = "frames.rgb";

  private final RunLogSettings settings;
  private final Executor executor;
  private final Consumer<String> alarm;
  private final FileChannel lines;
  private final FrameFile frames;
  private final Queue<RealTimeEvent> queue = new ArrayDeque<>();
  private boolean writing;
  private boolean recording = true;
  private @Nullable Sighting lastSeen;
  private long forcedNanos = Long.MIN_VALUE;

  private RunLogWriter(
      RunLogSettings settings,
      Executor executor,
      Consumer<String> alarm,
      FileChannel lines,
      FrameFile frames) {
    this.settings = settings;
    this.executor = executor;
    this.alarm = alarm;
    this.lines = lines;
    this.frames = frames;
  }

  /**
   * Begins a log.
   *
   * @param directory made if it is missing; must not hold a log
   * @param goal the picture to reach, if there is one
   * @param executor where it writes
   * @param alarm is told once, on any thread, why recording stopped
   * @throws DataException if there is a log already
   * @throws IOException if the disk refuses
   */
  public static RunLogWriter create(
      Path directory,
      LogHeader header,
      Optional<CameraFrame> goal,
      RunLogSettings settings,
      Executor executor,
      Consumer<String> alarm)
      throws IOException {
    Files.createDirectories(directory);
    if (Files.exists(directory.resolve(HEADER))) {
      throw new DataException(directory, "there is a log already; choose another folder");
    }
    FrameFile frames =
        new FrameFile(
            directory.resolve(FRAMES), create(directory, FRAMES), settings.maxFrameBytes());
    LogHeader complete = header;
    if (goal.isPresent()) {
      complete = header.withGoal(frames.append(picture(goal.get())));
    }
    try (FileChannel file = create(directory, HEADER)) {
      file.write(ByteBuffer.wrap(LogJson.bytes(complete)));
      file.force(true);
    }
    return new RunLogWriter(settings, executor, alarm, create(directory, LINES), frames);
  }

  private static FileChannel create(Path directory, String name) throws IOException {
    return FileChannel.open(
        directory.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Queues what is to be recorded; returns at once. */
  @Override
  public synchronized void accept(RealTimeEvent event) {
    boolean kept = event instanceof RealTimeEvent.Ticked || event instanceof RealTimeEvent.Called;
    if (!recording || !kept) {
      return;
    }
    if (queue.size() >= settings.queuedEvents()) {
      stop("the disk does not keep up: " + queue.size() + " events wait");
      return;
    }
    queue.add(event);
    if (!writing) {
      writing = true;
      executor.execute(this::write);
    }
  }

  /** Writes what is left and closes the files, once the batch under way is done. */
  @Override
  public synchronized void close() throws IOException {
    while (writing) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    recording = false;
    try (lines;
        frames) {
      frames.force();
      lines.force(false);
    }
  }

  private void write() {
    for (RealTimeEvent event = next(); event != null; event = next()) {
      try {
        write(event);
      } catch (IOException | RuntimeException e) {
        stop("the log cannot be written: " + e.getMessage());
      }
    }
  }

  private synchronized @Nullable RealTimeEvent next() {
    RealTimeEvent next = queue.poll();
    if (next == null) {
      writing = false;
      notifyAll();
    }
    return next;
  }

  private void write(RealTimeEvent event) throws IOException {
    if (event instanceof RealTimeEvent.Called called) {
      append(new LogLine(null, CallLine.of(called.call(), goals(called.call().turn()))));
    } else if (event instanceof RealTimeEvent.Ticked ticked) {
      // The frame first: a line never speaks of a frame that is not there.
      append(new LogLine(TickLine.of(ticked.tick(), seen(ticked.tick())), null));
      force(ticked.tick().sendNanos());
    }
  }

  private @Nullable List<SeenLine> goals(Turn turn) throws IOException {
    if (turn.goals().isEmpty()) {
      return null;
    }
    List<SeenLine> goals = new ArrayList<>();
    for (Goal goal : turn.goals().get()) {
      goals.add(frames.append(picture(goal.image())));
    }
    return goals;
  }

  /** A picture that nobody saw just now. */
  private static Sighting picture(CameraFrame frame) {
    return new Sighting(Observation.of(frame), 0);
  }

  private @Nullable SeenLine seen(ControlTick tick) throws IOException {
    Sighting seen = tick.received().orElse(null);
    boolean known = seen == null || (lastSeen != null && same(seen, lastSeen));
    if (known || seen == null) {
      return null;
    }
    lastSeen = seen;
    return frames.append(seen);
  }

  private static boolean same(Sighting one, Sighting other) {
    return one.receiptNanos() == other.receiptNanos()
        && one.observation().stampNanos() == other.observation().stampNanos();
  }

  private void append(LogLine line) throws IOException {
    byte[] json = LogJson.bytes(line);
    ByteBuffer bytes = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
    if (lines.position() + bytes.remaining() > settings.maxLineBytes()) {
      throw new IOException("it has reached " + settings.maxLineBytes() + " bytes");
    }
    while (bytes.hasRemaining()) {
      lines.write(bytes);
    }
  }

  private void force(long nowNanos) throws IOException {
    if (forcedNanos == Long.MIN_VALUE || nowNanos - forcedNanos >= settings.forceNanos()) {
      forcedNanos = nowNanos;
      frames.force();
      lines.force(false);
    }
  }

  private synchronized void stop(String why) {
    queue.clear();
    if (recording) {
      recording = false;
      alarm.accept(why);
    }
  }
}
