package dev.lookahead.bridge.recording.folder;

import dev.lookahead.bridge.recording.table.TableColumn;
import dev.lookahead.bridge.recording.video.VideoFacts;
import dev.lookahead.bridge.recording.video.VideoReader;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
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
 * @param first the facts of the first
 */
record FolderVideo(EpisodeFolders folders, String file, VideoFacts first, VideoReader reader)
    implements FolderCamera {

  private static final String VIDEOS = "*.{mp4,mkv,webm,avi,mov}";

  /** The videos in the first folder. */
  static List<FolderVideo> in(EpisodeFolders folders, VideoReader reader) {
    Path folder = folders.folder(0);
    List<FolderVideo> videos = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, VIDEOS)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        VideoFacts first = reader.facts(folders.file(0, name));
        videos.add(new FolderVideo(folders, name, first, reader));
      }
    } catch (IOException unreadable) {
      throw new DataException(folder, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
    videos.sort(Comparator.comparing(FolderVideo::file));
    return videos;
  }

  /** Named as the file is without its ending. */
  @Override
  public TableColumn column() {
    return TableColumn.image(
        file.substring(0, file.lastIndexOf('.')), first.width(), first.height());
  }

  @Override
  public void read(int episode, int start, int rows, ByteBuffer into) {
    Path video = folders.file(episode, file);
    VideoFacts facts = reader.facts(video);
    facts.requireSize(video, first.width(), first.height());
    reader.read(video, facts, start, rows, into);
  }

  @Override
  public void require(int episode, int rows) {
    Path video = folders.file(episode, file);
    long frames = reader.countFrames(video);
    if (frames != rows) {
      throw new DataException(
          video, "there should be %d frames, there are %d".formatted(rows, frames));
    }
  }
}
