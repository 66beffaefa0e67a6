package dev.lookahead.bridge.recording.hdf5;

import dev.lookahead.worldmodel.file.PendingFile;
import io.jhdf.ObjectHeader.ObjectHeaderV2;
import io.jhdf.Superblock.SuperblockV2V3;
import io.jhdf.api.WritableAttributeImpl;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.GroupInfoMessage;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file of contiguous datasets in the root group: superblock, headers, then the data of one after
 * another, streamed from files. The headers are jHDF's; its own writer wants the data in memory.
 */
final class Hdf5Layout {

  /** The largest attribute that fits a header message, less its own fields. */
  static final int MAX_ATTRIBUTE_BYTES = 60_000;

  /** Where {@link SuperblockV2V3} says the root group is. */
  private static final long ROOT_ADDRESS = 64;

  private static final int COPY_BYTES = 1 << 20;

  /**
   * One dataset.
   *
   * @param sample an array as deep as the dataset has axes; says the type of its numbers
   * @param shape all axes
   * @param data its numbers, little-endian
   */
  record Dataset(String name, Object sample, boolean unsigned, List<Long> shape, Path data) {

    private List<Message> messages(long address) {
      DataType type = DataType.fromObject(sample, unsigned);
      DataSpace space =
          DataSpace.modifyDimensions(
              DataSpace.fromObject(sample), shape.stream().mapToLong(Long::longValue).toArray());
      return List.of(
          DataTypeMessage.create(type),
          DataSpaceMessage.create(space),
          FillValueMessage.NO_FILL,
          ContiguousDataLayoutMessage.create(address, bytes()));
    }

    private long bytes() {
      long bytes = DataType.fromObject(sample, unsigned).getSize();
      for (long side : shape) {
        bytes = Math.multiplyExact(bytes, side);
      }
      return bytes;
    }
  }

  private final List<Dataset> datasets;
  private final Map<String, String> attributes;

  Hdf5Layout(List<Dataset> datasets, Map<String, String> attributes) {
    this.datasets = List.copyOf(datasets);
    this.attributes = attributes;
  }

  /** Writes the file under its name, complete or not at all. */
  void write(Path target) throws IOException {
    long[] headers = new long[datasets.size()];
    long[] data = new long[datasets.size()];
    long end = ROOT_ADDRESS + root(headers).limit();
    for (int i = 0; i < headers.length; i++) {
      headers[i] = end;
      end += header(headers[i], datasets.get(i), 0).limit();
    }
    for (int i = 0; i < data.length; i++) {
      data[i] = end;
      end += datasets.get(i).bytes();
    }
    try (PendingFile file = new PendingFile(target)) {
      ByteBuffer superblock = new SuperblockV2V3().toBuffer(end);
      file.append(superblock);
      file.append(ByteBuffer.allocate((int) ROOT_ADDRESS - superblock.limit()));
      file.append(root(headers));
      for (int i = 0; i < headers.length; i++) {
        file.append(header(headers[i], datasets.get(i), data[i]));
      }
      for (Dataset dataset : datasets) {
        copy(dataset, file);
      }
      file.commit();
    }
  }

  private ByteBuffer root(long[] headers) {
    List<Message> messages = new ArrayList<>();
    messages.add(GroupInfoMessage.createBasic());
    messages.add(LinkInfoMessage.createBasic());
    messages.add(AttributeInfoMessage.create());
    attributes.forEach((name, text) -> messages.add(attribute(name, text)));
    for (int i = 0; i < headers.length; i++) {
      messages.add(LinkMessage.create(datasets.get(i).name(), headers[i]));
    }
    return new ObjectHeaderV2(ROOT_ADDRESS, messages).toBuffer();
  }

  /** The node an attribute belongs to is asked for by nothing that writes it. */
  private static Message attribute(String name, String text) {
    return AttributeMessage.create(name, new WritableAttributeImpl(name, null, text));
  }

  private static ByteBuffer header(long address, Dataset dataset, long data) {
    return new ObjectHeaderV2(address, dataset.messages(data)).toBuffer();
  }

  private static void copy(Dataset dataset, PendingFile into) throws IOException {
    try (FileChannel from = FileChannel.open(dataset.data(), StandardOpenOption.READ)) {
      ByteBuffer piece = ByteBuffer.allocateDirect(COPY_BYTES);
      long left = dataset.bytes();
      while (left > 0) {
        piece.clear().limit((int) Math.min(COPY_BYTES, left));
        if (from.read(piece) < 0) {
          throw new IOException(dataset.data() + " ends " + left + " bytes early");
        }
        left -= piece.position();
        into.append(piece.flip());
      }
    }
  }
}
