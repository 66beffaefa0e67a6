package dev.lookahead.bridge.recording.video;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps what another reader has decoded, for whoever reads short clips here and there: a video is
 * decoded a span of frames at a time, and the spans used last stay in memory. Clips longer than a
 * span go past it. Holds for files that do not change. Thread: one at a time.
 */
public final class CachedVideos implements VideoReader {

  /** Decoding this much takes about as long as starting the program that does it. */
  private static final long SPAN_BYTES = 8L << 20;

  private static final long MAX_BYTES = 2L << 30;
  private static final int MAX_FACTS = 4096;

  private final VideoReader videos;
  private final long spanBytes;
  private final long maxBytes;
  private final Map<Span, ByteBuffer> spans = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Path, VideoFacts> facts = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** Some consecutive frames of a file, by their place among the spans of that file. */
  private record Span(Path file, long number) {}

  /** Holds up to 2 GiB of pixels, at most a quarter of the heap. */
  public CachedVideos(VideoReader videos) {
    this(videos, SPAN_BYTES, Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / 4));
  }

  /**
   * A cache of a size.
   *
   * @param spanBytes pixels decoded at a time, at least one frame
   * @param maxBytes pixels held
   */
  CachedVideos(VideoReader videos, long spanBytes, long maxBytes) {
    this.videos = videos;
    this.spanBytes = spanBytes;
    this.maxBytes = maxBytes;
  }

  @Override
  public VideoFacts facts(Path file) {
    VideoFacts known = facts.get(file);
    if (known == null) {
      known = videos.facts(file);
      facts.put(file, known);
      if (facts.size() > MAX_FACTS) {
        facts.remove(facts.keySet().iterator().next());
      }
    }
    return known;
  }

  @Override
  public long countFrames(Path file) {
    return videos.countFrames(file);
  }

  @Override
  public int readUpTo(Path file, VideoFacts facts, long first, int most, ByteBuffer into) {
    int spanFrames = (int) Math.max(1, spanBytes / facts.frameBytes());
    if (most > spanFrames) {
      return videos.readUpTo(file, facts, first, most, into);
    }
    int read = 0;
    while (read < most) {
      long frame = first + read;
      ByteBuffer span = span(file, facts, frame / spanFrames, spanFrames);
      int offset = (int) (frame % spanFrames);
      int held = span.limit() / facts.frameBytes() - offset;
      if (held <= 0) {
        // The video ends here, or is damaged before this frame and goes on after it.
        return read + videos.readUpTo(file, facts, frame, most - read, into);
      }
      int frames = Math.min(held, most - read);
      into.put(span.slice(offset * facts.frameBytes(), frames * facts.frameBytes()));
      read += frames;
    }
    return read;
  }

  private ByteBuffer span(Path file, VideoFacts facts, long number, int frames) {
    Span place = new Span(file, number);
    ByteBuffer known = spans.get(place);
    if (known != null) {
      return known;
    }
    ByteBuffer pixels = ByteBuffer.allocate(frames * facts.frameBytes());
    videos.readUpTo(file, facts, number * frames, frames, pixels);
    pixels.flip();
    ByteBuffer decoded =
        pixels.limit() == pixels.capacity()
            ? pixels
            : ByteBuffer.allocate(pixels.limit()).put(pixels).flip();
    spans.put(place, decoded);
    bytes += decoded.capacity();
    while (bytes > maxBytes && spans.size() > 1) {
      Span eldest = spans.keySet().iterator().next();
      bytes -= spans.remove(eldest).capacity();
    }
    return decoded;
  }
}
