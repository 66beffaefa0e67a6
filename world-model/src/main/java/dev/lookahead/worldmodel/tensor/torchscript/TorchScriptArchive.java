package dev.lookahead.worldmodel.tensor.torchscript;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs a module into the archive that {@code torch.jit.load} reads: a zip without compression
 * holding {@code data.pkl} (pickle protocol 2 of the module's attributes), {@code
 * code/__torch__.py}, {@code constants.pkl}, {@code version} and one little-endian file per tensor.
 * The same module gives the same bytes.
 */
final class TorchScriptArchive {

  private static final String FOLDER = "model/";

  /** 1980-01-01, the earliest date a zip can hold: entries carry no real time. */
  private static final long FIXED_TIME_MILLIS = 315_532_800_000L;

  private TorchScriptArchive() {}

  /** Writes the archive of a module to a stream, which stays open. */
  static void write(ModuleSource module, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    put(zip, "data.pkl", pickle(module));
    put(zip, "code/__torch__.py", ascii(module.text()));
    put(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
    put(zip, "version", ascii("3\n"));
    put(zip, "byteorder", ascii("little"));
    int index = 0;
    for (ModuleSource.Attribute attribute : module.attributes().values()) {
      HostTensor value = attribute.value();
      ByteBuffer raw =
          ByteBuffer.allocate(value.shape().count() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      value.copyTo(raw.asFloatBuffer());
      put(zip, "data/" + index++, raw.array());
    }
    zip.finish();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(FOLDER + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setTime(FIXED_TIME_MILLIS);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The module object: class {@code __torch__.Model} with a dictionary of its attributes as state.
   */
  private static byte[] pickle(ModuleSource module) {
    Pickle pickle = new Pickle();
    pickle.global("__torch__", "Model").emptyTuple().newObject().emptyDictionary().mark();
    int index = 0;
    for (Map.Entry<String, ModuleSource.Attribute> entry : module.attributes().entrySet()) {
      pickle.text(entry.getKey());
      tensor(pickle, index++, entry.getValue());
    }
    pickle.text("training").bool(true).text("_is_full_backward_hook").none();
    return pickle.setItems().build().finish();
  }

  /**
   * {@code torch._utils._rebuild_tensor_v2(storage, 0, sizes, strides, requires_grad,
   * OrderedDict())}.
   */
  private static void tensor(Pickle pickle, int index, ModuleSource.Attribute attribute) {
    Shape shape = attribute.value().shape();
    pickle.global("torch._utils", "_rebuild_tensor_v2").mark();
    pickle
        .mark()
        .text("storage")
        .global("torch", "FloatStorage")
        .text(Integer.toString(index))
        .text("cpu");
    pickle.integer(shape.count()).tuple().persistentId();
    pickle.integer(0);
    pickle.mark();
    for (int size : shape.toArray()) {
      pickle.integer(size);
    }
    pickle.tuple().mark();
    int stride = shape.count();
    for (int size : shape.toArray()) {
      stride /= size;
      pickle.integer(stride);
    }
    pickle.tuple().bool(attribute.differentiable());
    pickle.global("collections", "OrderedDict").emptyTuple().reduce();
    pickle.tuple().reduce();
  }
}
