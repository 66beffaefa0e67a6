package dev.lookahead.worldmodel.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.MemoryFolder;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.PixelForm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarPicturesTest {

  private static final int RECORD = 3073;

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  @Test
  void planesBecomePixelsAndLabelsStayApart() throws IOException {
    Files.write(folder.resolve("data_batch_1.bin"), records(3, 0));
    Files.write(folder.resolve("data_batch_2.bin"), records(3, 3));
    Files.write(folder.resolve("test_batch.bin"), records(2, 9));

    CifarPictures pictures = CifarPictures.training(folder);

    assertThat(pictures.size()).isEqualTo(6);
    assertThat(pictures.form()).isEqualTo(new PixelForm(1, 32, 32));
    assertThat(pictures.label(4)).isEqualTo(4);
    ByteBuffer rgb = ByteBuffer.allocate(pictures.form().bytes());
    pictures.read(4, rgb);
    assertThat(rgb.remaining()).isZero();
    // Red counts places, green is the label, blue counts down.
    assertThat(rgb.get(3 * 100)).isEqualTo((byte) 100);
    assertThat(rgb.get(3 * 100 + 1)).isEqualTo((byte) 4);
    assertThat(rgb.get(3 * 100 + 2)).isEqualTo((byte) -100);
    assertThat(CifarPictures.test(folder).size()).isEqualTo(2);
    assertThat(CifarPictures.test(folder).contentHash()).isNotEqualTo(pictures.contentHash());
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    Files.write(folder.resolve("data_batch_1.bin"), Arrays.copyOf(records(3, 0), 2 * RECORD + 70));

    assertThatThrownBy(() -> CifarPictures.training(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("data_batch_1.bin")
        .hasMessageContaining("whole pictures of 3073 bytes expected")
        .hasMessageContaining("2 pictures and 70 bytes");
  }

  @Test
  void aFileThatEndsBetweenPicturesIsFoundByItsNeighbours() throws IOException {
    Files.write(folder.resolve("data_batch_1.bin"), records(3, 0));
    Files.write(folder.resolve("data_batch_2.bin"), records(2, 0));

    assertThatThrownBy(() -> CifarPictures.training(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(
            "data_batch_2.bin: 3 pictures expected as in the first file, found 2");
  }

  @Test
  void aLabelThatIsNoneOfTenIsRefused() throws IOException {
    byte[] wrong = records(3, 0);
    wrong[2 * RECORD] = 17;
    Files.write(folder.resolve("data_batch_1.bin"), wrong);

    assertThatThrownBy(() -> CifarPictures.training(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("picture 2 has the label 17, expected 0 to 9");
  }

  @Test
  void emptyFilesAndFoldersAndMissingOnesAreRefused() throws IOException {
    assertThatThrownBy(() -> CifarPictures.training(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there is none; unpack cifar-10-binary.tar.gz");
    assertThatThrownBy(() -> CifarPictures.training(folder.resolve("nowhere")))
        .isInstanceOf(DataException.class);
    Files.createFile(folder.resolve("data_batch_1.bin"));
    assertThatThrownBy(() -> CifarPictures.training(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("found 0 bytes");
  }

  private static byte[] records(int count, int firstLabel) {
    byte[] bytes = new byte[count * RECORD];
    for (int record = 0; record < count; record++) {
      int at = record * RECORD;
      bytes[at] = (byte) (firstLabel + record > 9 ? 9 : firstLabel + record);
      for (int place = 0; place < 1024; place++) {
        bytes[at + 1 + place] = (byte) place;
        bytes[at + 1 + 1024 + place] = bytes[at];
        bytes[at + 1 + 2048 + place] = (byte) -place;
      }
    }
    return bytes;
  }
}
