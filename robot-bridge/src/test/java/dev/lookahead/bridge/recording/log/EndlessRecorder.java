package dev.lookahead.bridge.recording.log;

import dev.lookahead.bridge.recording.mcap.McapWriter;
import dev.lookahead.bridge.recording.rosbag.BagWriter;
import java.io.IOException;
import java.nio.file.Path;

/** A program that records until it is killed; prints the time of each message it has recorded. */
public final class EndlessRecorder {

  private EndlessRecorder() {}

  /** Records to the file of the second argument, in the format of the first. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path path = Path.of(arguments[1]);
    LogWriterSettings settings = LogWriterSettings.defaults();
    MessageLogWriter writer =
        arguments[0].equals("bag")
            ? BagWriter.create(path, settings, System::nanoTime)
            : McapWriter.create(path, MessageEncoding.ROS1, settings, System::nanoTime);
    long start = System.nanoTime();
    for (int i = 0; ; i++) {
      SampleLog.Seen message = SampleLog.message(i);
      long nanos = SampleLog.START_NANOS + System.nanoTime() - start;
      writer.write(message.topic(), nanos, message.body().body());
      System.out.println(nanos);
      Thread.sleep(5);
    }
  }
}
