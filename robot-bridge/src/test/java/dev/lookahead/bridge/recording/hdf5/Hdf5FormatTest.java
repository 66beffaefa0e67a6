package dev.lookahead.bridge.recording.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.RoundTrips;
import dev.lookahead.bridge.recording.SampleEpisodes;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import dev.lookahead.worldmodel.episode.SignalAxis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Hdf5FormatTest {

  private final RecordingFormat format = new Hdf5Format();

  @TempDir Path directory;

  @Test
  void ourEpisodesComeBackBitForBit() throws IOException {
    RoundTrips.assertLossless(format, directory.resolve("ours.h5"));
    assertThat(directory)
        .isDirectoryNotContaining("glob:**.spool")
        .isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void aForeignFileGetsRangesFromItsActionsAndLosesItsLastAction() throws IOException {
    Path file = ForeignFile.write(directory.resolve("pusht.h5"));
    try (EpisodeSource source = format.open(file, RecordingMapping.defaults())) {
      assertThat(source.spec().world()).isEqualTo("pusht");
      assertThat(source.spec().framePeriodNanos()).isEqualTo(100_000_000);
      assertThat(source.spec().actionSpace().axes())
          .containsExactly(
              new ActionAxis("action[0]", "1", 0, 6), new ActionAxis("action[1]", "1", -2, 4));
      assertThat(source.spec().states()).containsExactly(new SignalAxis("state", "1"));
      Episode second = source.episode(1);
      assertThat(second.length()).isEqualTo(3);
      assertThat(second.actions().remaining()).isEqualTo(4);
      assertThat(second.action(1).toArray()).containsExactly(6, 4);
      assertThat(second.state(2)).containsExactly(7.5f);
      assertThat(second.frame(0).sample(1, 0, 2)).isEqualTo(ForeignFile.sample(4, 0, 1, 2));
      assertThat(source.clip(0, 2, 2).frame(1).sample(0, 1, 0))
          .isEqualTo(ForeignFile.sample(3, 1, 0, 0));
    }
    assertThat(format.check(file)).isEmpty();
  }

  @Test
  void aMappingChoosesColumnsPartsRateAndSize() throws IOException {
    Path file = ForeignFile.write(directory.resolve("pusht.h5"));
    RecordingMapping mapping =
        new RecordingMapping(
            "pixels", List.of("action:1"), List.of("state", "state:0"), List.of("state"), 20, 2, 2);
    try (EpisodeSource source = format.open(file, mapping)) {
      assertThat(source.spec().framePeriodNanos()).isEqualTo(50_000_000);
      assertThat(source.spec().frameWidth()).isEqualTo(2);
      Episode first = source.episode(0);
      assertThat(first.action(2).toArray()).containsExactly(1);
      assertThat(first.observation(1).proprioception().toArray()).containsExactly(2.5f, 2.5f);
      assertThat(first.state(1)).containsExactly(2.5f);
      assertThat(first.stampsNanos().get(2)).isEqualTo(100_000_000);
    }
    assertThatThrownBy(
            () ->
                format.open(
                    file, new RecordingMapping("top", List.of(), List.of(), List.of(), 0, 0, 0)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there is no camera 'top', there are: pixels (images 4x3)");
    assertThatThrownBy(
            () ->
                format.open(
                    file,
                    new RecordingMapping("", List.of("action:2"), List.of(), List.of(), 0, 0, 0)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there is no signal 'action:2', there are: action [2], state [1]");
  }

  @Test
  void ourSpecificationStaysWhenOnlyFramesAreResized() throws IOException {
    Path file = RoundTrips.write(format, directory.resolve("ours.h5"));
    RecordingMapping smaller = new RecordingMapping("", List.of(), List.of(), List.of(), 0, 4, 3);
    try (EpisodeSource source = format.open(file, smaller)) {
      assertThat(source.spec().actionSpace()).isEqualTo(SampleEpisodes.SPEC.actionSpace());
      assertThat(source.spec().frameWidth()).isEqualTo(4);
      assertThat(source.episode(0).frames().remaining()).isEqualTo(5 * 4 * 3 * 3);
    }
  }

  @Test
  void whatWasCommittedStaysWhenTheRestIsNeverFinished() throws IOException {
    Path file = directory.resolve("ours.h5");
    EpisodeSink sink = format.create(file, SampleEpisodes.SPEC);
    sink.append(SampleEpisodes.episode(0, 4));
    assertThat(file).doesNotExist();
    sink.commit();
    sink.append(SampleEpisodes.episode(1, 4));
    try (EpisodeSource source = format.open(file, RecordingMapping.defaults())) {
      assertThat(source.size()).isEqualTo(1);
      assertThat(source.episode(0)).isEqualTo(SampleEpisodes.episode(0, 4));
    }
    assertThatThrownBy(() -> format.create(directory.resolve("ours.h5"), SampleEpisodes.SPEC))
        .isInstanceOf(IOException.class);
    Files.delete(file);
    assertThatThrownBy(() -> format.create(file, SampleEpisodes.SPEC))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another process is writing there");
    sink.close();
    try (EpisodeSource source = format.open(file, RecordingMapping.defaults())) {
      assertThat(source.size()).isEqualTo(2);
    }
  }

  @Test
  void offsetsThatDoNotFitAreFoundOrRefused() throws IOException {
    Path gap = ForeignFile.write(directory.resolve("gap.h5"), new int[] {3, 3}, new long[] {0, 4});
    assertThat(format.check(gap))
        .containsExactly(
            Finding.warning(
                gap.toString(),
                "episode 1 should start at row 3 where the one before it ends, starts at 4"));
    Path beyond =
        ForeignFile.write(directory.resolve("beyond.h5"), new int[] {4, 4}, new long[] {0, 4});
    assertThatThrownBy(() -> format.open(beyond, RecordingMapping.defaults()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there is no column action");
    Path negative =
        ForeignFile.write(directory.resolve("negative.h5"), new int[] {4}, new long[] {-1});
    assertThatThrownBy(() -> format.open(negative, RecordingMapping.defaults()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("episode 0 should have a length and an offset, has 4 and -1");
  }

  @Test
  void aFilterThatIsNotReadHereIsNamed() {
    Path file =
        ForeignFile.write(
            directory.resolve("blosc.h5"),
            new int[] {4, 3},
            new long[] {0, 4},
            new UnknownFilter());
    assertThatThrownBy(() -> format.open(file, RecordingMapping.defaults()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there are no colour images in it; cannot be read: {pixels=")
        .hasMessageContaining("name='blosc' id=32001");
    assertThat(format.check(file))
        .singleElement()
        .extracting(Finding::where)
        .asString()
        .endsWith("'pixels'");
  }

  @Test
  void whatIsNoRecordingIsRefused() throws IOException {
    Path text = Files.writeString(directory.resolve("text.h5"), "not HDF5");
    assertThat(format.recognizes(text)).isFalse();
    assertThatThrownBy(() -> format.open(text, RecordingMapping.defaults()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cannot be read");
    assertThat(format.check(text)).hasSize(1);
  }
}
