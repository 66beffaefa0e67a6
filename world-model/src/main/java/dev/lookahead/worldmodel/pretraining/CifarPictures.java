package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.PixelForm;
import dev.lookahead.worldmodel.episode.PixelSource;
import dev.lookahead.worldmodel.file.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * CIFAR-10 in its binary version (Krizhevsky 2009): files {@code data_batch_1.bin} to {@code
 * data_batch_5.bin}, each of pictures of 3,073 bytes: a label 0 to 9, then 32 x 32 reds, greens and
 * blues, row by row. The files are mapped, not copied to the heap.
 */
public final class CifarPictures implements PixelSource {

  private static final int SIDE = 32;
  private static final int PLANE = SIDE * SIDE;
  private static final int RECORD = 1 + 3 * PLANE;
  private static final int CLASSES = 10;
  private static final PixelForm FORM = new PixelForm(1, SIDE, SIDE);

  private final Path folder;
  private final List<ByteBuffer> files;
  private final int perFile;
  private final String contentHash;

  private CifarPictures(Path folder, List<ByteBuffer> files, int perFile, String contentHash) {
    this.folder = folder;
    this.files = files;
    this.perFile = perFile;
    this.contentHash = contentHash;
  }

  /**
   * The training pictures in a folder.
   *
   * @throws DataException if there are none, a file is truncated or has fewer pictures than its
   *     neighbours, or a label is none of the ten
   */
  public static CifarPictures training(Path folder) {
    return open(folder, "data_batch_[1-5].bin");
  }

  /** The test pictures in a folder; refuses as {@link #training}. */
  public static CifarPictures test(Path folder) {
    return open(folder, "test_batch.bin");
  }

  private static CifarPictures open(Path folder, String names) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> matching = Files.newDirectoryStream(folder, names)) {
      matching.forEach(found::add);
    } catch (IOException unreadable) {
      throw new DataException(folder, "cannot be read: " + unreadable, unreadable);
    }
    found.sort(null);
    if (found.isEmpty()) {
      throw new DataException(
          folder,
          "CIFAR-10's binary version has files %s, there is none; unpack cifar-10-binary.tar.gz"
              .formatted(names));
    }
    List<ByteBuffer> files = new ArrayList<>();
    Sha256 hash = new Sha256();
    for (Path file : found) {
      ByteBuffer content = map(file);
      check(file, content, files.isEmpty() ? content.remaining() : files.get(0).remaining());
      hash.add(content.duplicate());
      files.add(content);
    }
    return new CifarPictures(folder, files, files.get(0).remaining() / RECORD, hash.hex());
  }

  private static ByteBuffer map(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new DataException(
            file, "30,730,000 bytes expected of 10,000 pictures, found " + channel.size());
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    } catch (IOException unreadable) {
      throw new DataException(file, "cannot be read: " + unreadable, unreadable);
    }
  }

  private static void check(Path file, ByteBuffer content, int expected) {
    int bytes = content.remaining();
    if (bytes == 0 || bytes % RECORD != 0) {
      throw new DataException(
          file,
          "whole pictures of %d bytes expected, found %d bytes: %d pictures and %d bytes; fetch it again"
              .formatted(RECORD, bytes, bytes / RECORD, bytes % RECORD));
    }
    if (bytes != expected) {
      throw new DataException(
          file,
          "%d pictures expected as in the first file, found %d; fetch it again"
              .formatted(expected / RECORD, bytes / RECORD));
    }
    for (int at = 0; at < bytes; at += RECORD) {
      int label = content.get(at) & 0xff;
      if (label >= CLASSES) {
        throw new DataException(
            file,
            "picture %d has the label %d, expected 0 to %d; is this another data set?"
                .formatted(at / RECORD, label, CLASSES - 1));
      }
    }
  }

  @Override
  public PixelForm form() {
    return FORM;
  }

  @Override
  public int size() {
    return files.size() * perFile;
  }

  /** What a picture shows: 0 airplane, 1 automobile, 2 bird, ... 9 truck. */
  public int label(int number) {
    return files.get(number / perFile).get(number % perFile * RECORD);
  }

  /** From three planes to pixels. */
  @Override
  public void read(int number, ByteBuffer rgb) {
    ByteBuffer file = files.get(number / perFile);
    int at = number % perFile * RECORD + 1;
    for (int pixel = 0; pixel < PLANE; pixel++) {
      rgb.put(file.get(at + pixel));
      rgb.put(file.get(at + PLANE + pixel));
      rgb.put(file.get(at + 2 * PLANE + pixel));
    }
  }

  @Override
  public String description() {
    return "CIFAR-10: %d pictures of %s in %s".formatted(size(), FORM, folder);
  }

  @Override
  public String contentHash() {
    return contentHash;
  }

  /** Does nothing: the system unmaps the files when they are forgotten. */
  @Override
  public void close() {}
}
