package dev.lookahead.bridge.recording.lerobot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lookahead.bridge.recording.lerobot.LeRobotEpisode.VideoPlace;
import dev.lookahead.bridge.recording.parquet.ParquetFile;
import dev.lookahead.bridge.recording.table.FolderPath;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads which rows and frames are an episode, as the version at hand says it. */
final class EpisodeList {

  static final String SEED = "lookahead/seed";

  private static final int MAX_EPISODES = 1 << 22;
  private static final int MAX_LINE = 1 << 20;
  private static final double MAX_VIDEO_SECONDS = 1e7;

  private final Path root;
  private final LeRobotInfo info;
  private final List<LeRobotEpisode> episodes = new ArrayList<>();

  private EpisodeList(Path root, LeRobotInfo info) {
    this.root = root;
    this.info = info;
  }

  /**
   * All episodes in the order of the files that list them.
   *
   * @throws DataException if a list is missing or damaged
   */
  static List<LeRobotEpisode> read(Path root, LeRobotInfo info) {
    EpisodeList list = new EpisodeList(root, info);
    try {
      if (info.isV3()) {
        list.readParquet();
      } else {
        list.readLines();
      }
    } catch (IllegalArgumentException unfit) {
      throw new DataException(root, String.valueOf(unfit.getMessage()), unfit);
    } catch (IOException unreadable) {
      throw new DataException(root, "its list of episodes cannot be read", unreadable);
    }
    return list.placed();
  }

  /** A file begins with the episode of the least offset in it. */
  private List<LeRobotEpisode> placed() {
    Map<String, Long> first = new HashMap<>();
    for (LeRobotEpisode episode : episodes) {
      first.merge(episode.dataFile(), episode.datasetIndex(), Math::min);
    }
    return episodes.stream()
        .map(
            episode ->
                episode.inFile(episode.datasetIndex() - first.getOrDefault(episode.dataFile(), 0L)))
        .toList();
  }

  private void readParquet() throws IOException {
    List<String> files = new ArrayList<>();
    Path folder = root.resolve("meta/episodes");
    if (!Files.isDirectory(folder)) {
      throw new DataException(root, "there is no meta/episodes");
    }
    try (DirectoryStream<Path> chunks = Files.newDirectoryStream(folder, "chunk-*")) {
      for (Path chunk : chunks) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(chunk, "*.parquet")) {
          parts.forEach(part -> files.add(root.relativize(part).toString()));
        }
      }
    }
    Collections.sort(files);
    for (String file : files) {
      readPart(ParquetFile.open(FolderPath.file(root, file)));
    }
  }

  private void readPart(ParquetFile part) {
    if (part.rows() > MAX_EPISODES - episodes.size()) {
      throw new DataException(part.path(), "at most %d episodes are read".formatted(MAX_EPISODES));
    }
    int rows = (int) part.rows();
    long[] lengths = part.integers("length", 0, rows);
    long[] from = part.integers("dataset_from_index", 0, rows);
    long[] chunks = part.integers("data/chunk_index", 0, rows);
    long[] files = part.integers("data/file_index", 0, rows);
    List<String> tasks = part.texts("tasks", 0, rows);
    long[] seeds = part.columns().contains(SEED) ? part.integers(SEED, 0, rows) : new long[rows];
    Map<String, VideoPlace[]> videos = videos(part, rows);
    for (int row = 0; row < rows; row++) {
      String file =
          info.dataPath().fill(Map.of("chunk_index", chunks[row], "file_index", files[row]));
      int number = row;
      Map<String, VideoPlace> places = new HashMap<>();
      videos.forEach((camera, all) -> places.put(camera, all[number]));
      add(lengths[row], file, from[row], tasks.get(row), seeds[row], places);
    }
  }

  private Map<String, VideoPlace[]> videos(ParquetFile part, int rows) {
    Map<String, VideoPlace[]> videos = new HashMap<>();
    for (String camera : info.videos()) {
      String prefix = "videos/" + camera + "/";
      long[] chunks = part.integers(prefix + "chunk_index", 0, rows);
      long[] files = part.integers(prefix + "file_index", 0, rows);
      double[] seconds = part.numbers(prefix + "from_timestamp", 0, rows);
      VideoPlace[] places = new VideoPlace[rows];
      for (int row = 0; row < rows; row++) {
        if (!(seconds[row] >= 0 && seconds[row] <= MAX_VIDEO_SECONDS)) {
          throw new DataException(
              part.path(),
              "the episode of row %d should start 0 to %.0e s into its video, starts at %s"
                  .formatted(row, MAX_VIDEO_SECONDS, seconds[row]));
        }
        String file =
            info.videoPath()
                .fill(
                    Map.of(
                        "video_key", camera, "chunk_index", chunks[row], "file_index", files[row]));
        places[row] = new VideoPlace(file, Math.round(seconds[row] * info.framesPerSecond()));
      }
      videos.put(camera, places);
    }
    return videos;
  }

  private void readLines() throws IOException {
    Path file = FolderPath.file(root, "meta/episodes.jsonl");
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.length() > MAX_LINE || episodes.size() >= MAX_EPISODES) {
          throw new DataException(file, "it has too many or too long lines");
        }
        if (!line.isBlank()) {
          readLine(LeRobotInfo.MAPPER.readTree(line));
        }
      }
    } catch (JsonProcessingException malformed) {
      throw new DataException(file, "line %d is no JSON".formatted(episodes.size() + 1), malformed);
    }
  }

  private void readLine(JsonNode line) {
    long index = line.path("episode_index").asLong(-1);
    Map<String, Object> values = new HashMap<>();
    values.put("episode_index", index);
    values.put("episode_chunk", index / info.chunkSize());
    Map<String, VideoPlace> places = new HashMap<>();
    for (String camera : info.videos()) {
      values.put("video_key", camera);
      places.put(camera, new VideoPlace(info.videoPath().fill(values), 0));
    }
    long before =
        episodes.isEmpty()
            ? 0
            : episodes.get(episodes.size() - 1).datasetIndex()
                + episodes.get(episodes.size() - 1).length();
    add(
        line.path("length").asLong(-1),
        info.dataPath().fill(values),
        before,
        line.path("tasks").path(0).asText(""),
        0,
        places);
  }

  private void add(
      long length,
      String file,
      long datasetIndex,
      String task,
      long seed,
      Map<String, VideoPlace> videos) {
    if (length < 0 || length > Integer.MAX_VALUE || datasetIndex < 0) {
      throw new IllegalArgumentException(
          "episode %d should have a length and an offset, has %d and %d"
              .formatted(episodes.size(), length, datasetIndex));
    }
    episodes.add(new LeRobotEpisode((int) length, file, 0, datasetIndex, task, seed, videos));
  }
}
