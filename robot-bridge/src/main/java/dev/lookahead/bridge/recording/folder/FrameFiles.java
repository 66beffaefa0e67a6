package dev.lookahead.bridge.recording.folder;

import dev.lookahead.worldmodel.episode.Episode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How the frames of an episode become files. */
interface FrameFiles {

  /** Whether there is a file per frame, which steps.csv then names. */
  boolean perFrame();

  /**
   * Writes the frames of an episode into its folder.
   *
   * @return the names of the files, in order
   */
  List<String> write(Path folder, Episode episode) throws IOException;
}
