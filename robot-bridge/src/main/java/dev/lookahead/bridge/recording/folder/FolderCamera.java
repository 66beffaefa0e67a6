package dev.lookahead.bridge.recording.folder;

import dev.lookahead.bridge.recording.table.TableColumn;
import dev.lookahead.worldmodel.episode.DataException;
import java.nio.ByteBuffer;

/** Where the images of one camera lie in the folders of episodes. */
interface FolderCamera {

  /** Its name and the size of its images, by those of the first folder. */
  TableColumn column();

  /**
   * Reads images, uint8 [rows, H, W, 3], to the position of a buffer and moves it.
   *
   * @throws DataException if one is missing, broken or of another size
   */
  void read(int episode, int start, int rows, ByteBuffer into);

  /**
   * Looks whether an episode has as many images as rows; none is decoded.
   *
   * @throws DataException if it has not
   */
  void require(int episode, int rows);
}
