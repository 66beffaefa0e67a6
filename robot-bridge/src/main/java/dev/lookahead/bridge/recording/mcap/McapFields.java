package dev.lookahead.bridge.recording.mcap;

import dev.lookahead.bridge.recording.log.ChunkBuffer;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the fields of records; numbers are little-endian, texts and maps have their length in
 * bytes before them. Reading is the same as for messages of ROS 1, except for maps.
 *
 * @param out where to
 */
record McapFields(ChunkBuffer out) {

  McapFields uint8(int value) {
    out.room(Byte.BYTES).put((byte) value);
    return this;
  }

  McapFields uint16(int value) {
    out.room(Short.BYTES).putShort((short) value);
    return this;
  }

  McapFields uint32(long value) {
    out.room(Integer.BYTES).putInt((int) value);
    return this;
  }

  McapFields int64(long value) {
    out.room(Long.BYTES).putLong(value);
    return this;
  }

  McapFields string(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.room(Integer.BYTES + utf8.length).putInt(utf8.length).put(utf8);
    return this;
  }

  McapFields texts(Map<String, String> texts) {
    int start = out.size();
    uint32(0);
    texts.forEach((key, value) -> string(key).string(value));
    out.room(0).putInt(start, out.size() - start - Integer.BYTES);
    return this;
  }

  McapFields numbers(SortedMap<Integer, Long> numbers) {
    uint32((long) numbers.size() * (Short.BYTES + Long.BYTES));
    numbers.forEach((key, value) -> uint16(key).int64(value));
    return this;
  }

  static Map<String, String> texts(String what, MessageReader in) throws MessageFormatException {
    MessageReader entries = new MessageReader(in.view(what, in.count(what, 1)));
    Map<String, String> texts = new TreeMap<>();
    while (entries.remaining() > 0) {
      String key = entries.string(what);
      texts.put(key, entries.string(what));
    }
    return texts;
  }

  static SortedMap<Integer, Long> numbers(String what, MessageReader in)
      throws MessageFormatException {
    MessageReader entries = new MessageReader(in.view(what, in.count(what, 1)));
    SortedMap<Integer, Long> numbers = new TreeMap<>();
    while (entries.remaining() > 0) {
      int key = entries.uint16(what);
      numbers.put(key, entries.int64(what));
    }
    return numbers;
  }
}
