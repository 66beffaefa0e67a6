package dev.lookahead.bridge.recording.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.exceptions.HdfException;
import io.jhdf.filter.FilterManager;
import io.jhdf.filter.PipelineFilterWithData;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Map;

/** One dataset of numbers, [N, ...], read some rows at a time. */
final class Hdf5Column {

  /** The filters that are undone, by their registered number. */
  private static final Map<Integer, String> FILTERS =
      Map.of(1, "deflate", 2, "shuffle", 3, "fletcher32", 32000, "lzf");

  private static final int LZF = 32000;
  private static final int PIECE_BYTES = 16 << 20;
  private static final long IN_PIECES = -1;

  static {
    FilterManager.addFilter(new BoundedDeflate());
  }

  private final DatasetBase dataset;
  private final NumberType type;
  private final long[] shape;
  private final int rowBytes;
  private final int pieceRows;
  private final FileChannel file;
  private final long address;

  /**
   * @param start where HDF5's own addresses count from in the file
   * @throws HdfException if it cannot be read as a column, saying why
   */
  Hdf5Column(Dataset dataset, NumberType type, FileChannel file, long start) throws IOException {
    this.dataset = (DatasetBase) dataset;
    this.type = type;
    this.shape = dataset.getDimensionsAsLong();
    this.file = file;
    long bytes = type.bytes();
    for (int axis = 1; axis < shape.length; axis++) {
      bytes = Math.multiplyExact(bytes, shape[axis]);
    }
    if (shape.length == 0 || bytes < 1 || bytes > BoundedDeflate.MAX_CHUNK_BYTES) {
      throw new HdfException(
          "%s has rows of %d bytes, a column has 1 to %d"
              .formatted(Arrays.toString(shape), bytes, BoundedDeflate.MAX_CHUNK_BYTES));
    }
    this.rowBytes = (int) bytes;
    if (dataset instanceof ContiguousDataset whole) {
      this.address = whole.getDataAddress() + start;
      this.pieceRows = 1;
      long end = Math.addExact(address, Math.multiplyExact(shape[0], bytes));
      if (shape[0] > 0 && (whole.getDataAddress() < 0 || end > file.size())) {
        throw new HdfException(
            "its %d bytes at %d do not lie in the file's %d"
                .formatted(end - address, address, file.size()));
      }
    } else {
      this.address = IN_PIECES;
      int chunkRows = dataset instanceof ChunkedDataset chunked ? requireReadable(chunked) : 1;
      this.pieceRows = Math.max(chunkRows, PIECE_BYTES / rowBytes);
    }
  }

  /** The rows of a chunk. */
  private static int requireReadable(ChunkedDataset chunked) {
    int[] chunk = chunked.getChunkDimensions();
    long bytes = chunked.getDataType().getSize();
    for (int side : chunk) {
      bytes = Math.multiplyExact(bytes, side);
    }
    if (bytes < 1 || bytes > BoundedDeflate.MAX_CHUNK_BYTES) {
      throw new HdfException(
          "its chunks %s have %d bytes, at most %d are read"
              .formatted(Arrays.toString(chunk), bytes, BoundedDeflate.MAX_CHUNK_BYTES));
    }
    for (PipelineFilterWithData filter : chunked.getFilters()) {
      int[] settings = filter.getFilterData();
      if (!FILTERS.containsKey(filter.getId())
          || (filter.getId() == LZF && (settings.length < 3 || settings[2] != bytes))) {
        throw new HdfException(
            "it is packed with %s, which is not read here; repack it with one of %s"
                .formatted(filter, FILTERS.values()));
      }
    }
    return chunk[0];
  }

  NumberType type() {
    return type;
  }

  /** All axes, rows first. */
  long[] shape() {
    return shape.clone();
  }

  long rows() {
    return shape[0];
  }

  /** The numbers in a row. */
  int width() {
    return rowBytes / type.bytes();
  }

  /**
   * Copies rows as they are to the position of a buffer and moves it.
   *
   * @throws HdfException or another unchecked exception of jHDF if they are damaged
   */
  void read(long row, int rows, ByteBuffer into) throws IOException {
    if (address != IN_PIECES) {
      readWhole(address + row * rowBytes, into, rows * rowBytes);
      return;
    }
    for (int done = 0; done < rows; done += pieceRows) {
      int piece = Math.min(pieceRows, rows - done);
      long[] offset = new long[shape.length];
      int[] size = new int[shape.length];
      for (int axis = 1; axis < shape.length; axis++) {
        size[axis] = Math.toIntExact(shape[axis]);
      }
      offset[0] = row + done;
      size[0] = piece;
      into.put(dataset.getSliceDataBuffer(offset, size));
    }
  }

  private void readWhole(long from, ByteBuffer into, int bytes) throws IOException {
    ByteBuffer part = into.slice(into.position(), bytes);
    while (part.hasRemaining()) {
      if (file.read(part, from + part.position()) < 0) {
        throw new EOFException("the file ends at " + file.size());
      }
    }
    into.position(into.position() + bytes);
  }

  /** Rows as a buffer of this column's numbers. */
  ByteBuffer read(long row, int rows) throws IOException {
    ByteBuffer values = ByteBuffer.allocate(Math.multiplyExact(rows, rowBytes)).order(type.order());
    read(row, rows, values);
    return values.flip().order(type.order());
  }
}
