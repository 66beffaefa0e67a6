package dev.lookahead.bridge.recording.log;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.worldmodel.episode.DataException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads messages by their place. Chunks that were unpacked for it are kept, the longest unused of
 * them forgotten first; messages of plain chunks are read directly. Thread: one at a time.
 */
public final class ChunkCache {

  private final RecordingFile file;
  private final LogLimits limits;
  private final Map<Long, PackedChunk> chunks = new HashMap<>();
  private final LinkedHashMap<Long, byte[]> unpacked = new LinkedHashMap<>(16, 0.75f, true);
  private long unpackedBytes;

  public ChunkCache(RecordingFile file, LogLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  /** Makes a chunk known, so that places in it can be read. */
  public void add(PackedChunk chunk) {
    chunks.put(chunk.start(), chunk);
  }

  /**
   * The bytes of a message.
   *
   * @throws DataException if its chunk is broken
   */
  public ByteBuffer read(MessagePlace place) {
    if (place.chunk() == MessagePlace.NO_CHUNK) {
      return file.read(place.offset(), place.length());
    }
    PackedChunk chunk = chunks.get(place.chunk());
    if (chunk == null) {
      throw new IllegalArgumentException("no chunk of this log was found at " + place);
    }
    if (chunk.compression() == Compression.NONE) {
      return file.read(chunk.dataStart() + place.offset(), place.length());
    }
    return ByteBuffer.wrap(content(chunk))
        .slice((int) place.offset(), place.length())
        .asReadOnlyBuffer();
  }

  private byte[] content(PackedChunk chunk) {
    byte[] content = unpacked.get(chunk.start());
    if (content == null) {
      try {
        content = chunk.content(file);
      } catch (MessageFormatException broken) {
        throw file.refused(chunk.start(), broken);
      }
      unpacked.put(chunk.start(), content);
      unpackedBytes += content.length;
      Iterator<byte[]> oldest = unpacked.values().iterator();
      while (unpackedBytes > limits.cacheBytes() && unpacked.size() > 1) {
        unpackedBytes -= oldest.next().length;
        oldest.remove();
      }
    }
    return content;
  }
}
