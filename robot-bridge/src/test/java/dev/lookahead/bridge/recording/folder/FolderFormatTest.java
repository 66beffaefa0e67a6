package dev.lookahead.bridge.recording.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.RoundTrips;
import dev.lookahead.bridge.recording.SampleEpisodes;
import dev.lookahead.bridge.recording.shards.ShardFormat;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFormatTest {

  private final RecordingFormat format = FolderFormat.images();

  @TempDir Path directory;

  @Test
  void ourEpisodesComeBackBitForBit() throws IOException {
    Path root = directory.resolve("ours");
    RoundTrips.assertLossless(format, root);
    assertThat(new ShardFormat().recognizes(root)).isFalse();
    assertThat(root.resolve("episode-000001/steps.csv"))
        .content()
        .startsWith("frame,stamp_ns,action.x,action.turn,state.px,")
        .contains("\n000001.png,1700000000100000000,,,");
  }

  @Test
  void anEpisodeThatWasNotFinishedIsNotSeen() throws IOException {
    Path root = directory.resolve("ours");
    EpisodeSink sink = format.create(root, SampleEpisodes.SPEC);
    sink.append(SampleEpisodes.episode(0, 3));
    Files.createDirectory(root.resolve("episode-000001.tmp"));
    Files.writeString(root.resolve("episode-000001.tmp/steps.csv"), "frame\n");
    try (EpisodeSource source = format.open(root, RecordingMapping.defaults())) {
      assertThat(source.size()).isEqualTo(1);
    }
    sink.append(SampleEpisodes.episode(1, 3));
    sink.close();
    try (EpisodeSource source = format.open(root, RecordingMapping.defaults())) {
      assertThat(source.episode(1)).isEqualTo(SampleEpisodes.episode(1, 3));
    }
  }

  @Test
  void foldersMadeByHandAreRead() throws IOException {
    Path root = byHand("image,action.vx,action.vy,x,label,stamp_ns");
    try (EpisodeSource source = format.open(root, stateX())) {
      assertThat(source.spec().frameWidth()).isEqualTo(4);
      assertThat(source.spec().framePeriodNanos()).isEqualTo(50);
      assertThat(source.spec().actionSpace().axis(1).name()).isEqualTo("vy");
      Episode episode = source.episode(0);
      assertThat(episode.action(1).toArray()).containsExactly(3, 4);
      assertThat(episode.state(2)).containsExactly(7.5f);
      assertThat(episode.stampsNanos().get(2)).isEqualTo(130);
      assertThat(episode.frame(1).sample(0, 0, 1)).isEqualTo(101);
    }
    assertThat(format.check(root)).isEmpty();
  }

  @Test
  void picturesWithoutActionsAreRead() throws IOException {
    Path root = byHand("image,vx,vy,x,label,stamp_ns");
    assertThatThrownBy(() -> format.open(root, RecordingMapping.defaults()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there is no column action");
    try (EpisodeSource source = format.open(root, RecordingMapping.defaults().pixelsOnly())) {
      assertThat(source.spec().actionSpace()).isEqualTo(RecordingMapping.noActions());
      assertThat(source.episode(0).action(1).toArray()).containsExactly(0);
      assertThat(source.episode(0).frame(1).sample(0, 0, 1)).isEqualTo(101);
    }
  }

  private static RecordingMapping stateX() {
    return new RecordingMapping("", List.of(), List.of(), List.of("x"), 0, 0, 0);
  }

  private Path byHand(String header) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("walk/a"));
    for (int step = 0; step < 3; step++) {
      BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB);
      image.setRGB(0, 0, 0x40_00_00 | (100 + step) << 8);
      ImageIO.write(image, "png", folder.resolve(step + ".png").toFile());
    }
    Files.writeString(
        folder.resolve("steps.csv"),
        header
            + "\r\n0.png,1,2,0.5,\"a, \"\"b\"\"\",30\r\n1.png,3,4,1,c,80\r\n2.png,,,7.5,\"\",130\r\n");
    return directory.resolve("walk");
  }

  @Test
  void imagesOutsideTheFolderAreRefused() throws IOException {
    Path root = byHand("image,action.vx,action.vy,x,label,stamp_ns");
    Path csv = root.resolve("a/steps.csv");
    Path outside = directory.resolve("outside.png");
    Files.copy(root.resolve("a/0.png"), outside);
    String good = Files.readString(csv);
    for (String name : List.of("../../outside.png", outside.toString(), "../a/1.png", "gone.png")) {
      Files.writeString(csv, good.replace("\n1.png", "\n" + name));
      try (EpisodeSource source = format.open(root, stateX())) {
        assertThatThrownBy(() -> source.episode(0))
            .as(name)
            .isInstanceOf(DataException.class)
            .hasMessageContaining("'a/" + name);
      }
      assertThat(format.check(root)).hasSize(1);
    }
    Files.createSymbolicLink(root.resolve("a/link.png"), outside);
    Files.writeString(csv, good.replace("\n1.png", "\nlink.png"));
    try (EpisodeSource source = format.open(root, stateX())) {
      assertThatThrownBy(() -> source.episode(0))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("a link leads out");
    }
  }

  @Test
  void brokenRowsAreRefusedWithTheirPlace() throws IOException {
    Path root = byHand("image,action.vx,action.vy,x,label,stamp_ns");
    Path csv = root.resolve("a/steps.csv");
    String good = Files.readString(csv);
    Files.writeString(csv, good.replace(",3,4,", ",3,four,"));
    assertThatThrownBy(() -> format.open(root, stateX()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 3: 'action.vy' should be a number, is 'four'");
    Files.writeString(csv, good.replace(",3,4,", ",3,4,5,"));
    assertThatThrownBy(() -> format.open(root, stateX()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 3: a row has 6 cells as the header does, has 7");
    Files.writeString(csv, good.replace("\"\"b\"", "b"));
    assertThatThrownBy(() -> format.open(root, stateX()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 2: ");
  }
}
