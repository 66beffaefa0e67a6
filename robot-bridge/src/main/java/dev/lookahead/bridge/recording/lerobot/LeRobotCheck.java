package dev.lookahead.bridge.recording.lerobot;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.lerobot.LeRobotEpisode.VideoPlace;
import dev.lookahead.bridge.recording.parquet.ParquetFile;
import dev.lookahead.bridge.recording.table.FolderPath;
import dev.lookahead.bridge.recording.video.VideoFacts;
import dev.lookahead.bridge.recording.video.VideoReader;
import dev.lookahead.worldmodel.episode.DataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares what a dataset says in several places: totals, offsets, rows of data files, the grid of
 * times, frames of videos.
 */
final class LeRobotCheck {

  /** LeRobot's {@code tolerance_s}: how far a time may be from the grid of the fps. */
  private static final double TOLERANCE_SECONDS = 1e-4;

  private static final double RATE_TOLERANCE = 1e-3;

  private final Path root;
  private final LeRobotTable table;
  private final VideoReader videos;
  private final List<Finding> findings = new ArrayList<>();

  private LeRobotCheck(Path root, LeRobotTable table, VideoReader videos) {
    this.root = root;
    this.table = table;
    this.videos = videos;
  }

  static List<Finding> of(Path root, VideoReader videos) {
    try (LeRobotTable table = LeRobotTable.open(root, videos)) {
      LeRobotCheck check = new LeRobotCheck(root, table, videos);
      check.totals();
      check.offsets();
      check.rows();
      for (int episode = 0; episode < table.size(); episode++) {
        check.times(episode);
      }
      check.frames();
      return check.findings;
    } catch (DataException damaged) {
      return List.of(Finding.error(root.toString(), String.valueOf(damaged.getMessage())));
    }
  }

  private void error(String where, String problem) {
    findings.add(Finding.error(where, problem));
  }

  private void totals() {
    long frames = table.episodes().stream().mapToLong(LeRobotEpisode::length).sum();
    if (table.size() == 0) {
      error(root.toString(), "there is no episode in it");
    }
    if (table.info().episodes() != table.size() || table.info().frames() != frames) {
      error(
          LeRobotInfo.FILE,
          "there are %d episodes of %d frames together, it says %d and %d"
              .formatted(table.size(), frames, table.info().episodes(), table.info().frames()));
    }
  }

  private void offsets() {
    long expected = 0;
    for (int number = 0; number < table.size(); number++) {
      LeRobotEpisode episode = table.episodes().get(number);
      if (episode.datasetIndex() != expected) {
        error(
            "episode " + number,
            "it should start at row %d where the one before it ends, starts at %d"
                .formatted(expected, episode.datasetIndex()));
      }
      expected = episode.datasetIndex() + episode.length();
    }
  }

  private void rows() {
    Map<String, Long> needed = new TreeMap<>();
    for (LeRobotEpisode episode : table.episodes()) {
      needed.merge(episode.dataFile(), episode.firstRow() + episode.length(), Math::max);
    }
    needed.forEach(
        (file, rows) -> {
          try {
            ParquetFile data = table.data(file);
            if (data.rows() != rows) {
              error(file, "its episodes have %d rows, it has %d".formatted(rows, data.rows()));
            }
          } catch (DataException damaged) {
            error(file, String.valueOf(damaged.getMessage()));
          }
        });
  }

  private void times(int number) {
    LeRobotEpisode episode = table.episodes().get(number);
    try {
      ParquetFile data = table.data(episode.dataFile());
      double[] seconds = data.numbers("timestamp", episode.firstRow(), episode.length());
      for (int row = 0; row < seconds.length; row++) {
        double expected = seconds[0] + row / table.info().framesPerSecond();
        // A float32 of an hour is no better than this.
        double tolerance = Math.max(TOLERANCE_SECONDS, Math.ulp((float) expected));
        if (!(Math.abs(seconds[row] - expected) <= tolerance)) {
          error(
              "episode " + number,
              "frame %d should be at %.4f s on the grid of the fps, is at %.4f s"
                  .formatted(row, expected, seconds[row]));
          return;
        }
      }
    } catch (DataException damaged) {
      error("episode " + number, String.valueOf(damaged.getMessage()));
    }
  }

  private void frames() {
    Map<String, Long> needed = new TreeMap<>();
    for (LeRobotEpisode episode : table.episodes()) {
      for (VideoPlace place : episode.videos().values()) {
        needed.merge(place.file(), place.firstFrame() + episode.length(), Math::max);
      }
    }
    needed.forEach(
        (name, frames) -> {
          try {
            Path file = FolderPath.file(root, name);
            VideoFacts facts = videos.facts(file);
            long found = videos.countFrames(file);
            if (found != frames) {
              error(name, "its episodes have %d frames, it has %d".formatted(frames, found));
            }
            double rate = table.info().framesPerSecond();
            if (Math.abs(facts.framesPerSecond() - rate) > RATE_TOLERANCE * rate) {
              error(
                  name,
                  "it should have %.3f frames per second, has %.3f"
                      .formatted(rate, facts.framesPerSecond()));
            }
          } catch (DataException damaged) {
            error(name, String.valueOf(damaged.getMessage()));
          }
        });
  }
}
