package dev.lookahead.bridge.recording.table;

import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Files that a recording names inside its own folder, and nowhere else. */
public final class FolderPath {

  private static final int MAX_CHARACTERS = 512;

  private FolderPath() {}

  /**
   * The file of a name from the recording.
   *
   * @param root the recording's folder
   * @param name relative, with {@code /} between folders
   * @throws DataException if it is absolute, climbs out with {@code ..} or over a symbolic link, or
   *     is no regular file
   */
  public static Path file(Path root, String name) {
    if (name.isEmpty() || name.length() > MAX_CHARACTERS || name.indexOf('\\') >= 0) {
      throw refused(root, name, "a file's name has 1 to %d characters".formatted(MAX_CHARACTERS));
    }
    try {
      Path relative = Path.of(name);
      boolean climbs = !relative.equals(relative.normalize()) || relative.startsWith("..");
      if (relative.isAbsolute() || climbs) {
        throw refused(root, name, "files of a recording lie in its folder");
      }
      Path file = root.resolve(relative);
      if (!Files.isRegularFile(file)) {
        throw refused(root, name, "there is no such file");
      }
      if (!file.toRealPath().startsWith(root.toRealPath())) {
        throw refused(root, name, "a link leads out of the recording's folder");
      }
      return file;
    } catch (InvalidPathException malformed) {
      throw new DataException(root, "'%s' is no file's name".formatted(name), malformed);
    } catch (IOException unreadable) {
      throw new DataException(root, "'%s' cannot be found".formatted(name), unreadable);
    }
  }

  private static DataException refused(Path root, String name, String reason) {
    String shown = name.length() > MAX_CHARACTERS ? name.substring(0, 64) + "..." : name;
    return new DataException(root, "'%s': %s".formatted(shown, reason));
  }
}
