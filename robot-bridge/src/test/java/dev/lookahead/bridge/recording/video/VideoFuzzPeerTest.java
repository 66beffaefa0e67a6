package dev.lookahead.bridge.recording.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.recording.PeerProgram;
import dev.lookahead.bridge.recording.RecordingFuzz;
import dev.lookahead.bridge.recording.RoundTrips;
import dev.lookahead.bridge.recording.folder.FolderFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged videos in front of the real ffmpeg, which is a process of its own with limits. */
class VideoFuzzPeerTest {

  private static final long MAX_BYTES = 64L << 20;

  /** A damage costs several processes of some 70 ms, which wait more than they compute. */
  private static final int SIDE_BY_SIDE = 2;

  private static final int DIVISOR = 20;

  @TempDir Path directory;

  @BeforeEach
  void requirePeer() {
    PeerProgram.requireWorks("ffmpeg", "ffprobe", "-version");
  }

  @Test
  @Timeout(600)
  void damagedVideosAreReadOrRefused() throws Exception {
    int mutations = RecordingFuzz.mutations(DIVISOR) / SIDE_BY_SIDE;
    ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      List<Future<Integer>> readable = new ArrayList<>();
      for (int seed = 1; seed <= SIDE_BY_SIDE; seed++) {
        int own = seed;
        readable.add(threads.submit(() -> damage(own, mutations)));
      }
      for (Future<Integer> one : readable) {
        assertThat(one.get()).isBetween(0, mutations);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Damages videos of a recording of its own; how many could be read. */
  private int damage(int seed, int mutations) throws IOException {
    Path root = RoundTrips.write(FolderFormat.video(), directory.resolve("ours-" + seed));
    return new RecordingFuzz(FolderFormat.video(), root)
        .damage(root.resolve("episode-000000/frames.mp4"), mutations, seed, MAX_BYTES);
  }
}
