package dev.lookahead.bridge.recording.lerobot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lookahead.bridge.recording.parquet.ParquetColumn;
import dev.lookahead.bridge.recording.parquet.ParquetWriter;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.SignalAxis;
import dev.lookahead.worldmodel.file.PendingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What is written about a whole dataset.
 *
 * @param spec of its episodes
 * @param framesPerSecond their rate
 * @param camera where their frames are
 */
record LeRobotMetadata(DatasetSpec spec, double framesPerSecond, CameraStorage camera) {

  private static final int DATA_FILE_MB = 100;
  private static final int VIDEO_FILE_MB = 200;
  private static final String PART = "chunk-{chunk_index:03d}/file-{file_index:03d}";

  /**
   * What pandas needs to make {@code task} the index of the table again: LeRobot looks tasks up by
   * it.
   */
  private static final String PANDAS =
      """
      {"index_columns": ["task"], "column_indexes": [{"name": null, "field_name": null,\
       "pandas_type": "unicode", "numpy_type": "object", "metadata": {"encoding": "UTF-8"}}],\
       "columns": [{"name": "task_index", "field_name": "task_index", "pandas_type": "int64",\
       "numpy_type": "int64", "metadata": null}, {"name": "task", "field_name": "task",\
       "pandas_type": "unicode", "numpy_type": "object", "metadata": null}],\
       "creator": {"library": "pyarrow", "version": "21.0.0"}, "pandas_version": "2.3.0"}""";

  void writeTasks(Path file, List<String> tasks) throws IOException {
    ParquetWriter.write(
        file,
        List.of(
            ParquetColumn.integers("task_index", LongStream.range(0, tasks.size()).toArray()),
            ParquetColumn.texts("task", tasks)),
        Map.of("pandas", PANDAS));
  }

  void writeStatistics(Path file, EpisodeStatistics statistics) throws IOException {
    ObjectNode json = LeRobotInfo.MAPPER.createObjectNode();
    statistics
        .features()
        .forEach(
            (name, feature) -> {
              boolean image = name.equals(LeRobotSink.CAMERA);
              ObjectNode node = json.putObject(name);
              put(node.putArray("min"), feature.min(), image);
              put(node.putArray("max"), feature.max(), image);
              put(node.putArray("mean"), feature.mean(), image);
              put(node.putArray("std"), feature.std(), image);
              node.putArray("count").add(statistics.count(name));
            });
    write(file, json);
  }

  private static void put(ArrayNode array, double[] values, boolean image) {
    for (double value : values) {
      if (image) {
        array.addArray().addArray().add(value);
      } else {
        array.add(value);
      }
    }
  }

  void writeInfo(Path file, int episodes, long frames, int tasks) throws IOException {
    ObjectNode json = LeRobotInfo.MAPPER.createObjectNode();
    json.put("codebase_version", LeRobotInfo.WRITTEN_VERSION);
    json.put("robot_type", spec.world());
    json.put("total_episodes", episodes);
    json.put("total_frames", frames);
    json.put("total_tasks", tasks);
    json.put("chunks_size", LeRobotSink.CHUNK_SIZE);
    json.put("data_files_size_in_mb", DATA_FILE_MB);
    json.put("video_files_size_in_mb", VIDEO_FILE_MB);
    putRate(json, "fps");
    json.putObject("splits").put("train", "0:" + episodes);
    json.put("data_path", "data/" + PART + ".parquet");
    if (camera == CameraStorage.VIDEO) {
      json.put("video_path", "videos/{video_key}/" + PART + ".mp4");
    } else {
      json.putNull("video_path");
    }
    putFeatures(json.putObject("features"));
    write(file, json);
  }

  /** LeRobot's own rates are whole numbers. */
  private void putRate(ObjectNode json, String name) {
    long whole = Math.round(framesPerSecond);
    if (Math.abs(framesPerSecond - whole) < 1e-6) {
      json.put(name, whole);
    } else {
      json.put(name, framesPerSecond);
    }
  }

  private void putFeatures(ObjectNode features) {
    vector(
        features,
        EpisodeColumns.ACTION,
        spec.actionSpace().axes().stream().map(ActionAxis::name).toList());
    vector(features, EpisodeColumns.PROPRIOCEPTION, names(spec.proprioception()));
    vector(features, EpisodeColumns.STATES, names(spec.states()));
    ObjectNode frames = features.putObject(LeRobotSink.CAMERA);
    frames.put("dtype", camera.dtype());
    frames.putArray("shape").add(spec.frameHeight()).add(spec.frameWidth()).add(3);
    frames.putArray("names").add("height").add("width").add("channels");
    if (camera == CameraStorage.VIDEO) {
      putVideo(frames.putObject("info"));
    }
    scalar(features, LeRobotTable.STAMP_FEATURE, "int64");
    scalar(features, "timestamp", "float32");
    for (String index : List.of("frame_index", "episode_index", "index", "task_index")) {
      scalar(features, index, "int64");
    }
  }

  private void putVideo(ObjectNode info) {
    boolean even = spec.frameWidth() % 2 == 0 && spec.frameHeight() % 2 == 0;
    info.put("video.height", spec.frameHeight());
    info.put("video.width", spec.frameWidth());
    info.put("video.codec", "h264");
    info.put("video.pix_fmt", even ? "yuv420p" : "yuv444p");
    info.put("video.is_depth_map", false);
    putRate(info, "video.fps");
    info.put("video.channels", 3);
    info.put("has_audio", false);
  }

  private static List<String> names(List<SignalAxis> axes) {
    return axes.stream().map(SignalAxis::name).toList();
  }

  private static void vector(ObjectNode features, String name, List<String> axes) {
    if (!axes.isEmpty()) {
      ObjectNode feature = features.putObject(name);
      feature.put("dtype", "float32");
      feature.putArray("shape").add(axes.size());
      ArrayNode names = feature.putArray("names");
      axes.forEach(names::add);
    }
  }

  private static void scalar(ObjectNode features, String name, String dtype) {
    ObjectNode feature = features.putObject(name);
    feature.put("dtype", dtype);
    feature.putArray("shape").add(1);
    feature.putNull("names");
  }

  private static void write(Path file, ObjectNode json) throws IOException {
    PendingFile.write(
        file, LeRobotInfo.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
  }
}
