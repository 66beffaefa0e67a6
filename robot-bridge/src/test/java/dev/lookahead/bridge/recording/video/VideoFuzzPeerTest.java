package dev.lookahead.bridge.recording.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.recording.PeerProgram;
import dev.lookahead.bridge.recording.RecordingFuzz;
import dev.lookahead.bridge.recording.RoundTrips;
import dev.lookahead.bridge.recording.folder.FolderFormat;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged videos in front of the real ffmpeg, which is a process of its own with limits. */
class VideoFuzzPeerTest {

  private static final long MAX_BYTES = 64L << 20;

  @TempDir Path directory;

  @BeforeEach
  void requirePeer() {
    PeerProgram.requireWorks("ffmpeg", "ffprobe", "-version");
  }

  @Test
  @Timeout(600)
  void damagedVideosAreReadOrRefused() throws IOException {
    Path root = RoundTrips.write(FolderFormat.video(), directory.resolve("ours"));
    int mutations = RecordingFuzz.mutations(200);
    int readable =
        new RecordingFuzz(FolderFormat.video(), root)
            .damage(root.resolve("episode-000000/frames.mp4"), mutations, 1, MAX_BYTES);
    assertThat(readable).isBetween(0, mutations);
  }
}
