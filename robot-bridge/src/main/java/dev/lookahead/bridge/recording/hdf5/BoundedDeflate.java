package dev.lookahead.bridge.recording.hdf5;

import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.filter.DeflatePipelineFilter;
import io.jhdf.filter.Filter;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflate that stops where no honest chunk is larger, instead of filling memory. */
final class BoundedDeflate implements Filter {

  /** The largest chunk that is read, unpacked: 64 MiB. */
  static final int MAX_CHUNK_BYTES = 64 << 20;

  private static final int PIECE_BYTES = 1 << 16;

  private final Filter unbounded = new DeflatePipelineFilter();

  @Override
  public int getId() {
    return DeflatePipelineFilter.ID;
  }

  @Override
  public String getName() {
    return unbounded.getName();
  }

  @Override
  public byte[] decode(byte[] packed, int[] settings) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      ByteArrayOutputStream unpacked = new ByteArrayOutputStream(packed.length);
      byte[] piece = new byte[PIECE_BYTES];
      while (!inflater.finished()) {
        int bytes = inflater.inflate(piece);
        if (bytes == 0 || unpacked.size() > MAX_CHUNK_BYTES - bytes) {
          throw new HdfFilterException(
              bytes == 0
                  ? "a deflated chunk ends too early"
                  : "a chunk unpacks to more than " + MAX_CHUNK_BYTES + " bytes");
        }
        unpacked.write(piece, 0, bytes);
      }
      return unpacked.toByteArray();
    } catch (DataFormatException broken) {
      throw new HdfFilterException("a deflated chunk is broken", broken);
    } finally {
      inflater.end();
    }
  }

  @Override
  public byte[] encode(byte[] data, int[] settings) {
    return unbounded.encode(data, settings);
  }
}
