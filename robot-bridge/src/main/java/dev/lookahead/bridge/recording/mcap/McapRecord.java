package dev.lookahead.bridge.recording.mcap;

import dev.lookahead.bridge.recording.log.ChunkBuffer;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageReader;
import java.util.Map;
import java.util.SortedMap;

/**
 * The records of the specification that describe messages and where they are; components in its
 * order and under its names. Times are nanoseconds since the epoch, offsets are from the beginning
 * of the file.
 */
sealed interface McapRecord {

  /** Opcode and length before each record. */
  int HEADER_BYTES = 9;

  /** The content of a message record before the message itself. */
  int MESSAGE_HEADER_BYTES = 22;

  int opcode();

  /** Writes the content, without opcode and length. */
  void writeContent(McapFields out);

  /** Writes opcode, length and content. */
  default void write(ChunkBuffer out) {
    int start = out.size();
    out.room(HEADER_BYTES).put((byte) opcode()).putLong(0);
    writeContent(new McapFields(out));
    out.room(0).putLong(start + 1, out.size() - start - HEADER_BYTES);
  }

  /** What wrote the file. */
  record Header(String profile, String library) implements McapRecord {

    static Header read(MessageReader in) throws MessageFormatException {
      return new Header(in.string("profile"), in.string("library"));
    }

    @Override
    public int opcode() {
      return McapOpcode.HEADER;
    }

    @Override
    public void writeContent(McapFields out) {
      out.string(profile).string(library);
    }
  }

  /** The definition of a type. */
  record Schema(int id, String name, String encoding, String data) implements McapRecord {

    static Schema read(MessageReader in) throws MessageFormatException {
      return new Schema(
          in.uint16("id"), in.string("name"), in.string("encoding"), in.string("data"));
    }

    @Override
    public int opcode() {
      return McapOpcode.SCHEMA;
    }

    @Override
    public void writeContent(McapFields out) {
      out.uint16(id).string(name).string(encoding).string(data);
    }
  }

  /** A stream of messages. */
  record Channel(
      int id, int schemaId, String topic, String messageEncoding, Map<String, String> metadata)
      implements McapRecord {

    static Channel read(MessageReader in) throws MessageFormatException {
      return new Channel(
          in.uint16("id"),
          in.uint16("schema_id"),
          in.string("topic"),
          in.string("message_encoding"),
          McapFields.texts("metadata", in));
    }

    @Override
    public int opcode() {
      return McapOpcode.CHANNEL;
    }

    @Override
    public void writeContent(McapFields out) {
      out.uint16(id).uint16(schemaId).string(topic).string(messageEncoding).texts(metadata);
    }
  }

  /** Texts about the file. */
  record Metadata(String name, Map<String, String> metadata) implements McapRecord {

    static Metadata read(MessageReader in) throws MessageFormatException {
      return new Metadata(in.string("name"), McapFields.texts("metadata", in));
    }

    @Override
    public int opcode() {
      return McapOpcode.METADATA;
    }

    @Override
    public void writeContent(McapFields out) {
      out.string(name).texts(metadata);
    }
  }

  /** Where a chunk is and what is in it. */
  record ChunkIndex(
      long messageStartTime,
      long messageEndTime,
      long chunkStartOffset,
      long chunkLength,
      SortedMap<Integer, Long> messageIndexOffsets,
      long messageIndexLength,
      String compression,
      long compressedSize,
      long uncompressedSize)
      implements McapRecord {

    static ChunkIndex read(MessageReader in) throws MessageFormatException {
      return new ChunkIndex(
          in.int64("message_start_time"),
          in.int64("message_end_time"),
          in.int64("chunk_start_offset"),
          in.int64("chunk_length"),
          McapFields.numbers("message_index_offsets", in),
          in.int64("message_index_length"),
          in.string("compression"),
          in.int64("compressed_size"),
          in.int64("uncompressed_size"));
    }

    @Override
    public int opcode() {
      return McapOpcode.CHUNK_INDEX;
    }

    @Override
    public void writeContent(McapFields out) {
      out.int64(messageStartTime).int64(messageEndTime).int64(chunkStartOffset).int64(chunkLength);
      out.numbers(messageIndexOffsets).int64(messageIndexLength).string(compression);
      out.int64(compressedSize).int64(uncompressedSize);
    }
  }

  /** Where a metadata record is. */
  record MetadataIndex(long offset, long length, String name) implements McapRecord {

    static MetadataIndex read(MessageReader in) throws MessageFormatException {
      return new MetadataIndex(in.int64("offset"), in.int64("length"), in.string("name"));
    }

    @Override
    public int opcode() {
      return McapOpcode.METADATA_INDEX;
    }

    @Override
    public void writeContent(McapFields out) {
      out.int64(offset).int64(length).string(name);
    }
  }

  /** Counts over the whole file. */
  record Statistics(
      long messageCount,
      int schemaCount,
      long channelCount,
      long attachmentCount,
      long metadataCount,
      long chunkCount,
      long messageStartTime,
      long messageEndTime,
      SortedMap<Integer, Long> channelMessageCounts)
      implements McapRecord {

    static Statistics read(MessageReader in) throws MessageFormatException {
      return new Statistics(
          in.int64("message_count"),
          in.uint16("schema_count"),
          in.uint32("channel_count"),
          in.uint32("attachment_count"),
          in.uint32("metadata_count"),
          in.uint32("chunk_count"),
          in.int64("message_start_time"),
          in.int64("message_end_time"),
          McapFields.numbers("channel_message_counts", in));
    }

    @Override
    public int opcode() {
      return McapOpcode.STATISTICS;
    }

    @Override
    public void writeContent(McapFields out) {
      out.int64(messageCount).uint16(schemaCount).uint32(channelCount).uint32(attachmentCount);
      out.uint32(metadataCount).uint32(chunkCount);
      out.int64(messageStartTime).int64(messageEndTime).numbers(channelMessageCounts);
    }
  }

  /** Where the summary's records of one kind are. */
  record SummaryOffset(int groupOpcode, long groupStart, long groupLength) implements McapRecord {

    static SummaryOffset read(MessageReader in) throws MessageFormatException {
      return new SummaryOffset(
          in.uint8("group_opcode"), in.int64("group_start"), in.int64("group_length"));
    }

    @Override
    public int opcode() {
      return McapOpcode.SUMMARY_OFFSET;
    }

    @Override
    public void writeContent(McapFields out) {
      out.uint8(groupOpcode).int64(groupStart).int64(groupLength);
    }
  }

  /** The end of the messages; a CRC-32 of everything before it, or 0. */
  record DataEnd(long dataSectionCrc) implements McapRecord {

    static DataEnd read(MessageReader in) throws MessageFormatException {
      return new DataEnd(in.uint32("data_section_crc"));
    }

    @Override
    public int opcode() {
      return McapOpcode.DATA_END;
    }

    @Override
    public void writeContent(McapFields out) {
      out.uint32(dataSectionCrc);
    }
  }

  /** Where the summary is; 0 if there is none. */
  record Footer(long summaryStart, long summaryOffsetStart, long summaryCrc) implements McapRecord {

    /** The whole record. */
    static final int BYTES = HEADER_BYTES + 20;

    static Footer read(MessageReader in) throws MessageFormatException {
      return new Footer(
          in.int64("summary_start"), in.int64("summary_offset_start"), in.uint32("summary_crc"));
    }

    @Override
    public int opcode() {
      return McapOpcode.FOOTER;
    }

    @Override
    public void writeContent(McapFields out) {
      out.int64(summaryStart).int64(summaryOffsetStart).uint32(summaryCrc);
    }
  }
}
