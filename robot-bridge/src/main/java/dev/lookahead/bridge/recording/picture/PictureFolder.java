package dev.lookahead.bridge.recording.picture;

import dev.lookahead.bridge.camera.CameraSettings;
import dev.lookahead.bridge.camera.FrameConverter;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.PixelForm;
import dev.lookahead.worldmodel.episode.PixelSource;
import dev.lookahead.worldmodel.file.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The JPEG and PNG files of a folder and the folders in it, in the order of their paths. Each is
 * cut to the proportions of the form, from the middle, and resized when it is read. Thread: one at
 * a time.
 */
public final class PictureFolder implements PixelSource {

  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");
  private static final long MAX_FILE_BYTES = 1 << 26;
  private static final int MAX_DEPTH = 8;

  private final Path folder;
  private final PixelForm form;
  private final List<Path> files;
  private final FrameConverter converter;
  private final String contentHash;

  private PictureFolder(Path folder, PixelForm form, List<Path> files, String contentHash) {
    this.folder = folder;
    this.form = form;
    this.files = files;
    this.converter = new FrameConverter(CameraSettings.of(form.width(), form.height()));
    this.contentHash = contentHash;
  }

  /**
   * Lists the pictures of a folder; none is read yet.
   *
   * @param form what they are resized to; one frame
   * @throws DataException if there is no such folder or fewer than two pictures in it
   * @throws IllegalArgumentException if clips are asked for
   */
  public static PictureFolder open(Path folder, PixelForm form) {
    if (form.frames() != 1) {
      throw new IllegalArgumentException(
          "a folder of pictures has samples of 1 frame, the encoder takes " + form.frames());
    }
    if (!Files.isDirectory(folder)) {
      throw new DataException(folder, "there is no such folder of pictures");
    }
    List<Path> files;
    Sha256 hash = new Sha256();
    try (Stream<Path> all = Files.walk(folder, MAX_DEPTH)) {
      files = all.filter(PictureFolder::isPicture).sorted().toList();
      for (Path file : files) {
        String name = folder.relativize(file).toString();
        hash.add(name.getBytes(StandardCharsets.UTF_8)).add(Files.size(file));
      }
    } catch (IOException unreadable) {
      throw new DataException(folder, "cannot be read: " + unreadable, unreadable);
    }
    if (files.size() < 2) {
      throw new DataException(
          folder,
          "at least 2 files ending in %s expected, one of them to hold out, found %d"
              .formatted(String.join(", ", ENDINGS), files.size()));
    }
    return new PictureFolder(folder, form, files, hash.hex());
  }

  private static boolean isPicture(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
  }

  @Override
  public PixelForm form() {
    return form;
  }

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public void read(int number, ByteBuffer rgb) {
    Path file = files.get(number);
    try {
      long bytes = Files.size(file);
      if (bytes > MAX_FILE_BYTES) {
        throw new DataException(
            file, "a picture has at most %d bytes, found %d".formatted(MAX_FILE_BYTES, bytes));
      }
      rgb.put(converter.convert(ByteBuffer.wrap(Files.readAllBytes(file))).rgb());
    } catch (MessageFormatException broken) {
      throw new DataException(file, String.valueOf(broken.getMessage()), broken);
    } catch (IOException unreadable) {
      throw new DataException(file, "cannot be read: " + unreadable, unreadable);
    }
  }

  @Override
  public String description() {
    return "%s: %d pictures as %s".formatted(folder, files.size(), form);
  }

  /** Over names and sizes: reads no picture. */
  @Override
  public String contentHash() {
    return contentHash;
  }

  /** No file is held open. */
  @Override
  public void close() {}
}
