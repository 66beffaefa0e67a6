package dev.lookahead.bridge.recording.lerobot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.bridge.camera.StillImages;
import dev.lookahead.bridge.recording.PeerProgram;
import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.RoundTrips;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images inside of the rows, as hyparquet-writer writes structs and hyparquet reads them. */
class LeRobotImagesPeerTest {

  @TempDir Path directory;

  @Test
  void imagesInRowsOfOursAreStructsToOthers() throws IOException {
    PeerProgram.requireNpm("hyparquet");
    Path root = RoundTrips.write(LeRobotFormat.images(), directory.resolve("ours"));
    Path data = root.resolve("data/chunk-000/file-000.parquet");
    JsonNode rows =
        JsonMapper.builder()
            .build()
            .readTree(PeerProgram.node("parquet_peer.mjs", "read", data))
            .path("rows");
    assertThat(rows.size()).isEqualTo(16);
    assertThat(rows.get(3).path("observation.image").path("bytes").isMissingNode()).isFalse();
  }

  @Test
  void imagesInRowsAreFrames() throws IOException {
    PeerProgram.requireNpm("hyparquet-writer");
    Path root = directory.resolve("images");
    Files.createDirectories(root.resolve("data/chunk-000"));
    Files.createDirectories(root.resolve("meta"));
    Path[] files = new Path[4];
    files[0] = root.resolve("data/chunk-000/episode_000000.parquet");
    for (int i = 0; i < 3; i++) {
      byte[] rgb = new byte[5 * 4 * 3];
      Arrays.fill(rgb, (byte) (50 * i));
      files[i + 1] = directory.resolve(i + ".png");
      Files.write(files[i + 1], StillImages.png(ByteBuffer.wrap(rgb), new StillImages.Size(5, 4)));
    }
    PeerProgram.node("parquet_peer.mjs", "images", files);
    Files.writeString(
        root.resolve("meta/info.json"),
        """
        {"codebase_version": "v2.1", "total_episodes": 1, "total_frames": 3, "fps": 10,
         "data_path": "data/chunk-{episode_chunk:03d}/episode_{episode_index:06d}.parquet",
         "features": {
           "action": {"dtype": "float32", "shape": [1], "names": null},
           "observation.image":
             {"dtype": "image", "shape": [4, 5, 3], "names": ["height", "width", "channels"]}}}
        """);
    Files.writeString(
        root.resolve("meta/episodes.jsonl"),
        "{\"episode_index\": 0, \"tasks\": [\"look\"], \"length\": 3}");

    RecordingFormat format = LeRobotFormat.video();
    assertThat(format.check(root)).isEmpty();
    try (EpisodeSource source = format.open(root, RecordingMapping.defaults())) {
      assertThat(source.spec().frameWidth()).isEqualTo(5);
      assertThat(source.clip(0, 1, 2).frame(1).sample(4, 3, 2)).isEqualTo(100);
      assertThat(source.episode(0).action(1).toArray()).containsExactly(1);
    }
  }
}
