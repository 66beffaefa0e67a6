package dev.lookahead.bridge.recording.lerobot;

import dev.lookahead.bridge.recording.video.VideoFacts;
import dev.lookahead.bridge.recording.video.VideoReader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/** Videos whose frame i has the value i in every byte, whatever the file. */
record CountingVideos(int width, int height, double framesPerSecond, long frames)
    implements VideoReader {

  @Override
  public VideoFacts facts(Path file) {
    return new VideoFacts("h264", width, height, framesPerSecond, frames);
  }

  @Override
  public long countFrames(Path file) {
    return frames;
  }

  @Override
  public int readUpTo(Path file, VideoFacts facts, long first, int most, ByteBuffer into) {
    int count = (int) Math.max(0, Math.min(most, frames - first));
    for (int i = 0; i < count; i++) {
      byte[] frame = new byte[facts.frameBytes()];
      Arrays.fill(frame, (byte) (first + i));
      into.put(frame);
    }
    return count;
  }
}
