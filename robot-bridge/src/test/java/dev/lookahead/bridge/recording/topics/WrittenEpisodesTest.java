package dev.lookahead.bridge.recording.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingFormats;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.SampleEpisodes;
import dev.lookahead.bridge.recording.mcap.McapFormat;
import dev.lookahead.bridge.recording.rosbag.BagFormat;
import dev.lookahead.bridge.recording.shards.ShardFormat;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenEpisodesTest {

  private static final RecordingMapping AS_IT_IS = RecordingMapping.defaults();

  private final RecordingFormats formats =
      new RecordingFormats(
          List.of(
              new ShardFormat(),
              McapFormat.ros2(() -> 0),
              McapFormat.ros1(() -> 0),
              BagFormat.defaults(() -> 0)));

  @TempDir Path directory;

  private static Episode episode(int number) {
    return SampleEpisodes.episode(number, 3 + number);
  }

  private Path write(String format, int episodes) throws IOException {
    Path path = directory.resolve("recording." + format);
    try (EpisodeSink sink = formats.named(format).create(path, SampleEpisodes.SPEC)) {
      for (int i = 0; i < episodes; i++) {
        sink.append(episode(i));
      }
    }
    return path;
  }

  private Path convert(Path from, String format) throws IOException {
    Path to = directory.resolve("converted." + format);
    try (EpisodeSource source = formats.open(from, AS_IT_IS);
        EpisodeSink sink = formats.named(format).create(to, source.spec())) {
      for (int i = 0; i < source.size(); i++) {
        sink.append(source.episode(i));
      }
    }
    return to;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mcap", "mcap-ros1", "bag"})
  void fromShardsAndBackEpisodesAreEqualBitForBit(String format) throws IOException {
    Path recording = convert(write("shards", 4), format);
    Path back = convert(recording, "shards");
    try (EpisodeSource source = formats.open(back, AS_IT_IS);
        EpisodeSource between = formats.open(recording, AS_IT_IS)) {
      assertThat(source.size()).isEqualTo(4);
      for (int i = 0; i < 4; i++) {
        assertThat(source.episode(i)).isEqualTo(episode(i));
        assertThat(between.length(i)).isEqualTo(3 + i);
        assertThat(between.clip(i, 1, 2)).isEqualTo(episode(i).slice(1, 2));
      }
    }
    assertThat(formats.of(recording).check(recording)).isEmpty();
    assertThatThrownBy(() -> formats.named(format).create(recording, SampleEpisodes.SPEC))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mcap", "mcap-ros1", "bag"})
  void whoAsksForOtherFramesOrNoActionsGetsTheEpisodesThatWereWritten(String format)
      throws IOException {
    Path recording = write(format, 2);
    for (RecordingMapping mapping : List.of(AS_IT_IS, AS_IT_IS.pixelsOnly())) {
      try (EpisodeSource source = formats.open(recording, mapping.resizedTo(4, 3))) {
        assertThat(source.spec()).isEqualTo(SampleEpisodes.SPEC.resizedTo(4, 3));
        assertThat(source.size()).isEqualTo(2);
        assertThat(source.episode(1).action(1)).isEqualTo(episode(1).action(1));
        assertThat(source.episode(1).frame(1).width()).isEqualTo(4);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mcap", "mcap-ros1", "bag"})
  void whatIsCommittedIsThereThoughNobodyClosedTheFile(String format) throws IOException {
    Path path = directory.resolve("recording." + format);
    EpisodeSink sink = formats.named(format).create(path, SampleEpisodes.SPEC);
    sink.append(episode(0));
    sink.append(episode(1));
    sink.commit();
    try (EpisodeSource source = formats.open(path, AS_IT_IS)) {
      assertThat(source.size()).isEqualTo(2);
      assertThat(source.episode(1)).isEqualTo(episode(1));
    }
    sink.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mcap", "mcap-ros1", "bag"})
  void aCutOffRecordingGivesWholeEpisodesAndThePartOfTheLast(String format) throws IOException {
    byte[] whole = Files.readAllBytes(write(format, 4));
    Path cut = directory.resolve("cut");
    for (int length = whole.length / 2; length < whole.length; length += 331) {
      Files.write(cut, Arrays.copyOf(whole, length));
      try (EpisodeSource source = formats.open(cut, AS_IT_IS)) {
        for (int i = 0; i < source.size(); i++) {
          assertThat(source.episode(i)).isEqualTo(episode(i).slice(0, source.length(i)));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mcap", "mcap-ros1", "bag"})
  void aMappingReadsOurOwnFilesAsAnyOther(String format) throws IOException {
    RecordingFormat of = formats.named(format);
    RecordingMapping mapping =
        new RecordingMapping("", List.of("/action:data[0]"), List.of(), List.of(), 0, 0, 0);
    try (EpisodeSource source = of.open(write(format, 1), mapping)) {
      assertThat(source.length(0)).isEqualTo(3);
      assertThat(source.episode(0).frames()).isEqualTo(episode(0).frames());
      assertThat(source.episode(0).action(1).get(0)).isEqualTo(episode(0).action(1).get(0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mcap", "bag"})
  void anotherFileIsNeitherRecognisedNorThrownAt(String format) throws IOException {
    RecordingFormat of = formats.named(format);
    Path text = Files.writeString(directory.resolve("text"), "no recording");
    assertThat(of.recognizes(text)).isFalse();
    assertThat(of.recognizes(directory)).isFalse();
    assertThat(of.recognizes(directory.resolve("absent"))).isFalse();
    assertThat(of.check(text)).hasSize(1);
    assertThat(of.check(directory.resolve("absent"))).hasSize(1);
    assertThatThrownBy(() -> of.open(text, AS_IT_IS)).isInstanceOf(DataException.class);
  }
}
