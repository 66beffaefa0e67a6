package dev.lookahead.sim.evaluation;

import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of protocols for one world.
 *
 * @param environment the name of the world
 * @param note what the numbers mean, for a person
 * @param protocols by name, in the order of the file; at least one
 */
public record ProtocolFile(String environment, String note, Map<String, Protocol> protocols) {

  private static final int MAX_BYTES = 16 << 20;

  /** Copies the protocols, keeping their order. */
  public ProtocolFile {
    protocols = Collections.unmodifiableMap(new LinkedHashMap<>(protocols));
    if (protocols.isEmpty()) {
      throw new IllegalArgumentException("a protocol file has at least one protocol, got none");
    }
  }

  /**
   * Reads a file.
   *
   * @throws DataException if it is missing, too large or not as {@link ProtocolJson} says
   */
  public static ProtocolFile read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new DataException(
            file, "a protocol file has at most %d bytes, found more".formatted(MAX_BYTES));
      }
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException missing) {
      throw new DataException(file, "there is no such protocol file", missing);
    } catch (IOException unreadable) {
      throw new DataException(file, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /**
   * Reads a text.
   *
   * @param source where it comes from, for messages
   * @throws DataException if it is not as {@link ProtocolJson} says; names every problem
   */
  public static ProtocolFile parse(String source, byte[] json) {
    ProtocolJson reader = new ProtocolJson();
    ProtocolFile file = reader.read(json);
    if (file == null) {
      throw new DataException(Path.of(source), String.join("; ", reader.problems()));
    }
    return file;
  }

  /** The protocol of a name, if there is one. */
  public Optional<Protocol> protocol(String name) {
    return Optional.ofNullable(protocols.get(name));
  }

  /** The names of the protocols, in the order of the file. */
  public List<String> names() {
    return List.copyOf(protocols.keySet());
  }
}
