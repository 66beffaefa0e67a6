package dev.lookahead.bridge.recording.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.PeerProgram;
import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.RoundTrips;
import dev.lookahead.bridge.recording.SampleEpisodes;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoFolderPeerTest {

  @TempDir Path directory;

  @BeforeEach
  void requirePeer() {
    PeerProgram.requireWorks("ffmpeg", "ffprobe", "-version");
  }

  @Test
  void losslessVideosComeBackBitForBit() throws IOException {
    RoundTrips.assertLossless(FolderFormat.losslessVideo(), directory.resolve("ours"));
  }

  @Test
  void videosKeepEverythingButTheFinestOfTheirPixels() throws IOException {
    RecordingFormat format = FolderFormat.video();
    Path root = RoundTrips.write(format, directory.resolve("ours"));
    assertThat(format.check(root)).isEmpty();
    try (EpisodeSource source = format.open(root, RecordingMapping.defaults())) {
      assertThat(source.spec()).isEqualTo(SampleEpisodes.SPEC);
      Episode expected = SampleEpisodes.episode(2, 9);
      Episode found = source.episode(2);
      assertThat(found.info()).isEqualTo(expected.info());
      assertThat(found.actions()).isEqualTo(expected.actions());
      assertThat(found.states()).isEqualTo(expected.states());
      assertThat(found.stampsNanos()).isEqualTo(expected.stampsNanos());
      for (int start = 0; start + 2 <= 9; start++) {
        assertThat(source.clip(2, start, 2).frames())
            .as("clip from %d", start)
            .isEqualTo(found.slice(start, 2).frames());
      }
    }
  }

  @Test
  void aVideoWithTooFewFramesIsFound() throws IOException {
    RecordingFormat format = FolderFormat.losslessVideo();
    Path root = RoundTrips.write(format, directory.resolve("ours"));
    Files.copy(root.resolve("episode-000001/frames.mkv"), directory.resolve("short.mkv"));
    Files.delete(root.resolve("episode-000002/frames.mkv"));
    Files.move(directory.resolve("short.mkv"), root.resolve("episode-000002/frames.mkv"));
    assertThat(format.check(root))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.problem()).endsWith("there should be 9 frames, there are 2"));
    try (EpisodeSource source = format.open(root, RecordingMapping.defaults())) {
      assertThatThrownBy(() -> source.episode(2))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("there should be 9 frames from frame 0 on, there are 2");
      assertThat(source.episode(0)).isEqualTo(SampleEpisodes.episode(0, 5));
    }
  }
}
