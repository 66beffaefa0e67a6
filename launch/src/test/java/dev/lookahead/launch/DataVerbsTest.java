package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.launch.command.RecordedContext;
import dev.lookahead.launch.wiring.Recordings;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs below {@code data}, as typed. */
class DataVerbsTest {

  @TempDir Path temporary;
  private RecordedContext recorded = new RecordedContext();
  private String dataset = "";

  @BeforeEach
  void collect() {
    dataset = temporary.resolve("data/two-room").toString();
    assertThat(
            run(
                "collect",
                "two-room",
                "recipe.episodes=3",
                "recipe.steps=12",
                "frameSide=32",
                "folder=" + dataset,
                "--out",
                temporary.resolve("runs").toString()))
        .isZero();
  }

  @Test
  void lsFindsRecordingsWhateverTheirForm() {
    assertThat(run("data", "convert", dataset, in("data/pictures"), "--to", "folder")).isZero();
    assertThat(run("data", "ls", in("data"))).isZero();
    assertThat(recorded.out())
        .contains("recording")
        .containsPattern("pictures +folder +3 +39 +4 s +32x32")
        .containsPattern("two-room +shards +3 +39 +4 s +32x32");
    assertThat(run("data", "ls", in("absent"))).isEqualTo(3);
  }

  @Test
  void inspectSaysWhatIsInARecording() {
    assertThat(run("data", "inspect", dataset)).isZero();
    assertThat(recorded.out())
        .contains("39 of 32x32, 10.00 a second")
        .containsPattern("action +x")
        .containsPattern("state +x");
    assertThat(run("data", "inspect", in("absent"))).isEqualTo(3);
    assertThat(recorded.err()).contains("there is no such file or directory");
  }

  @Test
  void aConversionThereAndBackKeepsEveryBit() throws IOException {
    for (String format : new String[] {"folder", "hdf5", "mcap", "mcap-ros1", "bag"}) {
      String there = in("there-" + format);
      assertThat(run("data", "convert", dataset, there, "--to", format)).isZero();
      assertThat(run("data", "check", there)).isZero();
      assertThat(run("data", "convert", there, in("back-" + format))).isZero();
      try (EpisodeSource before = open(dataset);
          EpisodeSource after = open(in("back-" + format))) {
        assertThat(after.spec()).isEqualTo(before.spec());
        assertThat(after.size()).isEqualTo(3);
        for (int number = 0; number < 3; number++) {
          assertThat(after.episode(number)).isEqualTo(before.episode(number));
        }
      }
    }
  }

  @Test
  void whatExistsIsNotWrittenOver() {
    assertThat(run("data", "convert", dataset, in("new"))).isZero();
    assertThat(run("data", "convert", dataset, in("new"))).isEqualTo(1);
    assertThat(run("data", "convert", dataset, in("other"), "--to", "zip")).isEqualTo(2);
    assertThat(recorded.err()).contains("there is no format 'zip'").contains("shards");
    assertThat(run("data", "convert", dataset, in("other"), "--size", "wide")).isEqualTo(2);
    assertThat(recorded.err()).contains("written like 64x64");
  }

  @Test
  void mergePutsRecordingsOneAfterTheOther() {
    assertThat(run("data", "merge", in("twice"), dataset, dataset)).isZero();
    try (EpisodeSource once = open(dataset);
        EpisodeSource twice = open(in("twice"))) {
      assertThat(twice.size()).isEqualTo(6);
      assertThat(twice.episode(4)).isEqualTo(once.episode(1));
    }
  }

  @Test
  void checkEndsWithThreeAndTheList() throws IOException {
    Path shard = Path.of(dataset).resolve("shard-00000.safetensors");
    byte[] bytes = Files.readAllBytes(shard);
    Files.write(shard, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(run("data", "check", dataset)).isEqualTo(3);
    assertThat(recorded.out()).contains("error").contains("errors, 0 warnings");
  }

  @Test
  void previewDrawsASheetAndFilms() throws IOException {
    assertThat(run("data", "preview", dataset, "--out", in("pictures"), "--episodes", "2"))
        .isZero();
    var sheet = ImageIO.read(temporary.resolve("pictures/episodes.png").toFile());
    assertThat(sheet.getWidth()).isGreaterThan(8 * 128);
    assertThat(temporary.resolve("pictures/episode-000001.gif")).isNotEmptyFile();
    assertThat(run("data", "preview", dataset, "--episodes", "0")).isEqualTo(2);
  }

  @Test
  void benchMeasuresEveryFormAskedFor() {
    assertThat(run("data", "bench", dataset, "--to", "shards,mcap", "--seconds", "0.05")).isZero();
    assertThat(recorded.out()).contains("clips/s").containsPattern("shards +0").contains("mcap");
    assertThat(run("data", "bench", dataset, "--to", "hdf5", "--seconds", "0.05", "--threads", "2"))
        .isZero();
    assertThat(run("data", "bench", dataset, "--threads", "0")).isEqualTo(2);
  }

  @Test
  void aRecordingNeedsAFreeNameAndAMaster() {
    assertThat(run("data", "record", dataset)).isEqualTo(2);
    assertThat(recorded.err()).contains("exists already");
    assertThat(run("data", "record", in("lab.mcap"), "--for", "0")).isEqualTo(2);
  }

  @Test
  void withoutAVerbTheListIsNamed() {
    assertThat(run("data")).isEqualTo(2);
    assertThat(recorded.err()).contains("lookahead data --help");
  }

  private String in(String name) {
    return temporary.resolve(name).toString();
  }

  private static EpisodeSource open(String path) {
    return Recordings.formats().open(Path.of(path), RecordingMapping.defaults());
  }

  private int run(String... arguments) {
    recorded = new RecordedContext();
    return Main.execute(recorded.context(), arguments);
  }
}
