package dev.lookahead.bridge.recording.lerobot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.recording.RoundTrips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeRobotImagesTest {

  @TempDir Path directory;

  @Test
  void imagesInRowsComeBackBitForBit() throws IOException {
    Path root = directory.resolve("ours");
    RoundTrips.assertLossless(LeRobotFormat.images(), root);
    assertThat(root.resolve("videos")).doesNotExist();
    assertThat(Files.readString(root.resolve("meta/info.json")))
        .contains("\"dtype\" : \"image\"")
        .contains("\"video_path\" : null");
  }
}
