package dev.lookahead.bridge.recording.hdf5;

import dev.lookahead.worldmodel.episode.DataException;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The datasets in the root group of a file.
 *
 * <p>jHDF trusts what it reads. Files up to 2 GiB it sees as mapped memory, where a length that is
 * too large fails instead of being allocated; whatever it throws becomes a {@link DataException}.
 */
final class Hdf5File implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;
  private final HdfFile file;
  private final Map<String, Hdf5Column> columns = new LinkedHashMap<>();
  private final Map<String, String> unreadable = new TreeMap<>();

  private Hdf5File(Path path, FileChannel channel, HdfFile file) {
    this.path = path;
    this.channel = channel;
    this.file = file;
  }

  /**
   * Opens a file.
   *
   * @throws DataException if it is damaged as a whole
   */
  static Hdf5File open(Path path) {
    @Nullable FileChannel channel = null;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ);
      FileChannel opened = channel;
      return reading(path, "", () -> open(path, opened));
    } catch (IOException unreadable) {
      throw new DataException(path, "cannot be read: " + unreadable.getMessage(), unreadable);
    } catch (DataException refused) {
      closeQuietly(channel);
      throw refused;
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException ignored) {
      // The refusal that brought us here says more.
    }
  }

  private static Hdf5File open(Path path, FileChannel channel) throws IOException {
    HdfFile file =
        channel.size() <= Integer.MAX_VALUE
            ? HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()))
            : new HdfFile(path);
    Hdf5File opened = new Hdf5File(path, channel, file);
    for (Map.Entry<String, Node> child : file.getChildren().entrySet()) {
      opened.add(child.getKey(), child.getValue());
    }
    return opened;
  }

  private void add(String name, Node node) {
    if (node instanceof Link) {
      unreadable.put(name, "it is a link, links are not followed");
      return;
    }
    if (node instanceof Dataset dataset) {
      try {
        Optional<NumberType> type = reading(path, name, () -> NumberType.of(dataset.getDataType()));
        if (type.isPresent()) {
          columns.put(
              name,
              reading(
                  path,
                  name,
                  () -> new Hdf5Column(dataset, type.get(), channel, file.getUserBlockSize())));
        }
      } catch (DataException refused) {
        unreadable.put(name, String.valueOf(refused.getMessage()));
      }
    }
  }

  /** What jHDF may be asked to do with a file. */
  interface Reading<T> {
    T run() throws IOException;
  }

  /**
   * Does something with a file that may be hostile.
   *
   * @param what of the file; empty for all
   * @throws DataException whatever goes wrong
   */
  static <T> T reading(Path path, String what, Reading<T> reading) {
    String where = what.isEmpty() ? "" : "'" + what + "' ";
    try {
      return reading.run();
    } catch (DataException refused) {
      throw refused;
    } catch (HdfException | IOException damaged) {
      throw new DataException(path, where + "cannot be read: " + reason(damaged), damaged);
    } catch (RuntimeException | StackOverflowError damaged) {
      // jHDF meets broken files with whatever exception comes first, cycles with a full stack.
      throw new DataException(path, where + "is damaged: " + damaged, damaged);
    }
  }

  private static String reason(Throwable damaged) {
    Throwable deepest = damaged;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String outer = String.valueOf(damaged.getMessage());
    return deepest == damaged ? outer : outer + " (" + deepest.getMessage() + ")";
  }

  Path path() {
    return path;
  }

  /** The columns that can be read, in the file's order. */
  Map<String, Hdf5Column> columns() {
    return Collections.unmodifiableMap(columns);
  }

  /** Datasets of numbers that cannot be read, and links, with the reason. */
  Map<String, String> unreadable() {
    return Collections.unmodifiableMap(unreadable);
  }

  /** A text in an attribute of the root group. */
  Optional<String> text(String attribute) {
    return reading(
        path,
        attribute,
        () -> {
          Attribute found = file.getAttribute(attribute);
          return found != null && found.getData() instanceof String text
              ? Optional.of(text)
              : Optional.<String>empty();
        });
  }

  @Override
  public void close() {
    closeQuietly(channel);
    file.close();
  }
}
