package dev.lookahead.bridge.recording.folder;

import dev.lookahead.bridge.recording.table.TableColumn;
import dev.lookahead.bridge.recording.video.VideoFacts;
import dev.lookahead.bridge.recording.video.VideoReader;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A camera whose images are a video in every episode's folder.
 *
 * @param file its name in each folder
 * @param facts of the first
 */
record FolderVideo(String file, VideoFacts facts) {

  private static final String VIDEOS = "*.{mp4,mkv,webm,avi,mov}";

  /** The videos in the first folder. */
  static List<FolderVideo> in(EpisodeFolders folders, VideoReader reader) {
    Path folder = folders.folder(0);
    List<FolderVideo> videos = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, VIDEOS)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        videos.add(new FolderVideo(name, reader.facts(folders.file(0, name))));
      }
    } catch (IOException unreadable) {
      throw new DataException(folder, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
    videos.sort(Comparator.comparing(FolderVideo::file));
    return videos;
  }

  /** The camera, named as the file is without its ending. */
  TableColumn column() {
    return TableColumn.image(
        file.substring(0, file.lastIndexOf('.')), facts.width(), facts.height());
  }
}
