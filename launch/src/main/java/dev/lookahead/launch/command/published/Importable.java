package dev.lookahead.launch.command.published;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A published model that was read, and fits what it says about itself. */
interface Importable {

  /**
   * Writes it as a bundle.
   *
   * @param sourceCommit the commit of this program
   * @param versions of what took part
   * @param now the time of day
   * @throws IOException if the disk refuses, or if something that is no bundle lies there
   */
  void write(Path bundle, String sourceCommit, Map<String, String> versions, Instant now)
      throws IOException;

  /**
   * What a bundle of it holds.
   *
   * @param bundle is opened as the next program will open it: what would fail then fails now
   */
  ImportReport report(Path bundle);
}
