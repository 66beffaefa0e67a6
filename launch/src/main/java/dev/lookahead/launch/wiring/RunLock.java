package dev.lookahead.launch.wiring;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write into the folder of a run, held by one process at a time. The system gives it
 * back if that process dies.
 */
final class RunLock implements AutoCloseable {

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a run.
   *
   * @param record the run's {@code run.json}: written once and never read by this process, since
   *     closing any other channel to a locked file would give the lock away on POSIX systems
   * @throws LaunchFailure if somebody is writing to the run
   * @throws IOException if the file cannot be opened for writing
   */
  static RunLock take(Path record) throws IOException {
    FileChannel channel = FileChannel.open(record, StandardOpenOption.WRITE);
    try {
      // A byte far beyond the end: where locks are mandatory, the text stays readable.
      if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null) {
        return new RunLock(channel);
      }
    } catch (OverlappingFileLockException ours) {
      channel.close();
      throw busy(record);
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
    channel.close();
    throw busy(record);
  }

  private static LaunchFailure busy(Path record) {
    return new LaunchFailure(
        ExitCode.USAGE,
        "the run " + record.getParent() + " is still going on",
        "wait for it, or stop it with Ctrl-C first");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
