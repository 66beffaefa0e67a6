package dev.lookahead.bridge.recording.lerobot;

import dev.lookahead.bridge.recording.parquet.ParquetColumn;
import dev.lookahead.bridge.recording.parquet.ParquetWriter;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A dataset of version 2.1 with two cameras: a file per episode; its videos are empty files. */
final class LegacyDataset {

  static final int[] LENGTHS = {3, 4};

  private LegacyDataset() {}

  static Path write(Path root) throws IOException {
    Files.createDirectories(root.resolve("meta"));
    Files.writeString(
        root.resolve("meta/info.json"),
        """
        {"codebase_version": "v2.1", "robot_type": "so100", "total_episodes": 2,
         "total_frames": 7, "chunks_size": 1, "fps": 30, "splits": {"train": "0:2"},
         "data_path": "data/chunk-{episode_chunk:03d}/episode_{episode_index:06d}.parquet",
         "video_path":
           "videos/chunk-{episode_chunk:03d}/{video_key}/episode_{episode_index:06d}.mp4",
         "features": {
           "action": {"dtype": "float32", "shape": [2], "names": {"motors": ["pan", "lift"]}},
           "observation.state": {"dtype": "float32", "shape": [1], "names": ["pan"]},
           "observation.images.top":
             {"dtype": "video", "shape": [3, 4, 6], "names": ["channels", "height", "width"]},
           "observation.images.wrist":
             {"dtype": "video", "shape": [4, 6, 3], "names": ["height", "width", "channels"]},
           "next.done": {"dtype": "bool", "shape": [1], "names": null},
           "timestamp": {"dtype": "float32", "shape": [1], "names": null}}}
        """);
    StringBuilder lines = new StringBuilder();
    for (int episode = 0; episode < LENGTHS.length; episode++) {
      lines.append(
          "{\"episode_index\": %d, \"tasks\": [\"stack\"], \"length\": %d}\n"
              .formatted(episode, LENGTHS[episode]));
      writeEpisode(root, episode, LENGTHS[episode]);
    }
    Files.writeString(root.resolve("meta/episodes.jsonl"), lines);
    return root;
  }

  private static void writeEpisode(Path root, int episode, int length) throws IOException {
    float[] actions = new float[2 * length];
    float[] states = new float[length];
    float[] seconds = new float[length];
    for (int row = 0; row < length; row++) {
      actions[2 * row] = 10 * episode + row;
      actions[2 * row + 1] = -row;
      states[row] = row + 0.5f;
      seconds[row] = row / 30f;
    }
    String name = "chunk-%03d/%sepisode_%06d";
    Path data = root.resolve("data/" + name.formatted(episode, "", episode) + ".parquet");
    Files.createDirectories(data.resolveSibling("."));
    ParquetWriter.write(
        data,
        List.of(
            ParquetColumn.vectors("action", FloatBuffer.wrap(actions), 2),
            ParquetColumn.floats("observation.state", states),
            ParquetColumn.floats("timestamp", seconds)),
        Map.of());
    for (String camera : List.of("top", "wrist")) {
      Path video =
          root.resolve(
              "videos/"
                  + name.formatted(episode, "observation.images." + camera + "/", episode)
                  + ".mp4");
      Files.createDirectories(video.resolveSibling("."));
      Files.createFile(video);
    }
  }
}
