package dev.lookahead.bridge.recording.lerobot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.bridge.recording.PeerProgram;
import dev.lookahead.bridge.recording.RoundTrips;
import dev.lookahead.bridge.recording.SampleEpisodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hyparquet and ffprobe see of a dataset that we wrote, where LeRobot's code looks for it. */
class LeRobotLayoutPeerTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir Path directory;

  @BeforeEach
  void requirePeers() {
    PeerProgram.requireWorks("ffmpeg", "ffprobe", "-version");
    PeerProgram.requireNpm("hyparquet");
  }

  private static JsonNode read(Path file) throws IOException {
    return MAPPER.readTree(PeerProgram.node("parquet_peer.mjs", "read", file));
  }

  @Test
  void everyFileHasWhatLeRobotLooksFor() throws IOException {
    Path root = RoundTrips.write(LeRobotFormat.video(), directory.resolve("ours"));

    JsonNode tasks = read(root.resolve("meta/tasks.parquet"));
    assertThat(tasks.path("keys").toString()).isEqualTo("[\"pandas\"]");
    assertThat(tasks.path("rows").toString())
        .isEqualTo("[{\"task_index\":\"0\",\"task\":\"random walk\"}]");

    JsonNode episode =
        read(root.resolve("meta/episodes/chunk-000/file-000.parquet")).path("rows").get(2);
    assertThat(episode.path("tasks").toString()).isEqualTo("[\"random walk\"]");
    assertThat(episode.path("length").asInt()).isEqualTo(9);
    assertThat(episode.path("dataset_from_index").asInt()).isEqualTo(7);
    assertThat(episode.path("dataset_to_index").asInt()).isEqualTo(16);
    assertThat(episode.path("data/file_index").asInt()).isZero();
    assertThat(episode.path("meta/episodes/chunk_index").asInt()).isZero();
    assertThat(episode.path("videos/observation.image/from_timestamp").asDouble()).isEqualTo(0.7);
    assertThat(episode.path("videos/observation.image/to_timestamp").asDouble()).isEqualTo(1.6);
    assertThat(episode.path("stats/action/count").toString()).isEqualTo("[\"9\"]");
    assertThat(episode.path("stats/observation.image/mean").size()).isEqualTo(3);
    assertThat(episode.path("stats/observation.image/mean").get(0).get(0).get(0).asDouble())
        .isBetween(0.4, 0.6);

    JsonNode rows = read(root.resolve("data/chunk-000/file-000.parquet")).path("rows");
    assertThat(rows.size()).isEqualTo(16);
    assertThat(rows.get(8).path("index").asInt()).isEqualTo(8);
    assertThat(rows.get(8).path("frame_index").asInt()).isEqualTo(1);
    assertThat(rows.get(8).path("timestamp").floatValue()).isEqualTo(0.1f);
    assertThat(rows.get(8).path("action").get(1).floatValue())
        .isEqualTo(SampleEpisodes.episode(2, 9).action(1).get(1));
    assertThat(rows.get(15).path("action")).isEqualTo(rows.get(14).path("action"));
    assertThat(rows.get(8).path("observation.state").isNumber()).isTrue();

    String video =
        PeerProgram.run(
            List.of(
                "ffprobe",
                "-v",
                "error",
                "-show_entries",
                "stream=codec_name,width,height,pix_fmt,r_frame_rate,nb_frames",
                "-of",
                "csv=p=0",
                root.resolve("videos/observation.image/chunk-000/file-000.mp4").toString()));
    assertThat(video.strip()).isEqualTo("h264,8,6,yuv420p,10/1,16");
  }
}
