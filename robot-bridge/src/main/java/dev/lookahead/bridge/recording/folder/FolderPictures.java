package dev.lookahead.bridge.recording.folder;

import dev.lookahead.bridge.camera.StillImages;
import dev.lookahead.bridge.recording.table.TableColumn;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.worldmodel.episode.DataException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A camera whose images are PNG or JPEG files that a column of {@code steps.csv} names.
 *
 * @param place of the column
 * @param size of every image
 * @param images decodes them; shared, used by one thread
 */
record FolderPictures(EpisodeFolders folders, int place, StillImages.Size size, StillImages images)
    implements FolderCamera {

  private static final long MAX_IMAGE_BYTES = 64 << 20;

  /** Those of the first folder's columns. */
  static List<FolderPictures> in(EpisodeFolders folders, StillImages images) {
    StepsCsv first = folders.steps(0);
    List<FolderPictures> cameras = new ArrayList<>();
    for (int place = 0; place < first.header().size(); place++) {
      if (first.isCamera(place)) {
        Path file = folders.file(0, first.cell(0, place));
        try {
          StillImages.Size size = StillImages.size(content(file));
          cameras.add(new FolderPictures(folders, place, size, images));
        } catch (MessageFormatException broken) {
          throw new DataException(file, String.valueOf(broken.getMessage()), broken);
        }
      }
    }
    return cameras;
  }

  private static ByteBuffer content(Path file) {
    return ByteBuffer.wrap(EpisodeFolders.bytes(file, MAX_IMAGE_BYTES));
  }

  @Override
  public TableColumn column() {
    return TableColumn.image(folders.steps(0).header().get(place), size.width(), size.height());
  }

  @Override
  public void read(int episode, int start, int rows, ByteBuffer into) {
    for (int row = start; row < start + rows; row++) {
      Path file = file(episode, row);
      try {
        images.read(content(file), size, into);
      } catch (MessageFormatException broken) {
        throw new DataException(file, String.valueOf(broken.getMessage()), broken);
      }
    }
  }

  @Override
  public void require(int episode, int rows) {
    for (int row = 0; row < rows; row++) {
      var unused = file(episode, row);
    }
  }

  private Path file(int episode, int row) {
    return folders.file(episode, folders.steps(episode).cell(row, place));
  }
}
