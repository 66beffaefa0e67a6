package dev.lookahead.bridge.recording.mcap;

import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.RecordingFile;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What the end of a complete file says about it.
 *
 * @param start where it begins
 * @param channels every channel and schema
 * @param chunks the chunks, in the order of the summary
 * @param metadata the metadata records
 * @param statistics counts, if the file has them
 * @param offsets where the groups of the summary are
 */
record McapSummary(
    long start,
    McapChannels channels,
    List<McapRecord.ChunkIndex> chunks,
    List<McapRecord.MetadataIndex> metadata,
    Optional<McapRecord.Statistics> statistics,
    List<McapRecord.SummaryOffset> offsets) {

  /**
   * Reads it.
   *
   * @return empty if the file says that it has none
   * @throws MessageFormatException if the file has no proper end, or the summary is broken
   */
  static Optional<McapSummary> read(RecordingFile file, LogLimits limits)
      throws MessageFormatException {
    long footerStart = file.size() - McapWalk.MAGIC.length - McapRecord.Footer.BYTES;
    if (footerStart < McapWalk.MAGIC.length) {
      throw new MessageFormatException("file", "a footer at its end", file.size() + " bytes");
    }
    ByteBuffer end = file.read(footerStart, McapRecord.Footer.BYTES + McapWalk.MAGIC.length);
    ByteBuffer magic = end.slice(McapRecord.Footer.BYTES, McapWalk.MAGIC.length);
    if (!magic.equals(ByteBuffer.wrap(McapWalk.MAGIC))
        || (end.get(0) & 0xFF) != McapOpcode.FOOTER) {
      throw new MessageFormatException("file", "a footer at its end", "none");
    }
    McapRecord.Footer footer =
        McapRecord.Footer.read(
            new MessageReader(
                end.slice(
                    McapRecord.HEADER_BYTES, McapRecord.Footer.BYTES - McapRecord.HEADER_BYTES)));
    if (footer.summaryStart() == 0) {
      return Optional.empty();
    }
    long length = footerStart - footer.summaryStart();
    if (footer.summaryStart() < McapWalk.MAGIC.length || length < 0) {
      throw new MessageFormatException(
          "footer",
          "a summary between the data and byte " + footerStart,
          "one at byte " + footer.summaryStart());
    }
    if (length > limits.chunkBytes()) {
      throw new MessageFormatException(
          "summary", "at most %d bytes".formatted(limits.chunkBytes()), length + " bytes");
    }
    // The checksum is over the summary and the footer as far as the checksum itself.
    ByteBuffer covered =
        file.read(footer.summaryStart(), (int) length + McapRecord.Footer.BYTES - Integer.BYTES);
    CRC32 crc = new CRC32();
    crc.update(covered.duplicate());
    if (footer.summaryCrc() != 0 && footer.summaryCrc() != crc.getValue()) {
      throw new MessageFormatException(
          "summary",
          "the checksum %08x".formatted(footer.summaryCrc()),
          "content of %08x".formatted(crc.getValue()));
    }
    return Optional.of(parse(footer.summaryStart(), covered.slice(0, (int) length)));
  }

  private static McapSummary parse(long start, ByteBuffer summary) throws MessageFormatException {
    McapChannels channels = new McapChannels();
    List<McapRecord.ChunkIndex> chunks = new ArrayList<>();
    List<McapRecord.MetadataIndex> metadata = new ArrayList<>();
    List<McapRecord.SummaryOffset> offsets = new ArrayList<>();
    Optional<McapRecord.Statistics> statistics = Optional.empty();
    MessageReader in = new MessageReader(summary);
    while (in.remaining() > 0) {
      int opcode = in.uint8("opcode");
      long length = in.int64("length");
      in.require("summary", length < 0 ? Long.MAX_VALUE : length);
      MessageReader content = new MessageReader(in.view("summary", (int) length));
      switch (opcode) {
        case McapOpcode.SCHEMA -> channels.add(McapRecord.Schema.read(content));
        case McapOpcode.CHANNEL -> channels.add(McapRecord.Channel.read(content));
        case McapOpcode.CHUNK_INDEX -> chunks.add(McapRecord.ChunkIndex.read(content));
        case McapOpcode.METADATA_INDEX -> metadata.add(McapRecord.MetadataIndex.read(content));
        case McapOpcode.STATISTICS -> statistics = Optional.of(McapRecord.Statistics.read(content));
        case McapOpcode.SUMMARY_OFFSET -> offsets.add(McapRecord.SummaryOffset.read(content));
        default -> {
          // Attachment indices, and what later versions of the format add.
        }
      }
    }
    return new McapSummary(start, channels, chunks, metadata, statistics, offsets);
  }
}
