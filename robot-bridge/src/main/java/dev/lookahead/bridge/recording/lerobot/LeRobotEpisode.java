package dev.lookahead.bridge.recording.lerobot;

import java.util.Map;

/**
 * Where one episode lies.
 *
 * @param length rows
 * @param dataFile relative to the dataset
 * @param firstRow in that file
 * @param datasetIndex of its first row in the whole dataset
 * @param task what was to be done
 * @param seed what its world was reset with, if we wrote it; else 0
 * @param videos by the camera's name
 */
record LeRobotEpisode(
    int length,
    String dataFile,
    long firstRow,
    long datasetIndex,
    String task,
    long seed,
    Map<String, VideoPlace> videos) {

  /**
   * Frames in a video.
   *
   * @param file relative to the dataset
   * @param firstFrame on the grid of the dataset's fps
   */
  record VideoPlace(String file, long firstFrame) {}

  LeRobotEpisode {
    videos = Map.copyOf(videos);
  }

  /** The same from another row of its file on. */
  LeRobotEpisode inFile(long row) {
    return new LeRobotEpisode(length, dataFile, row, datasetIndex, task, seed, videos);
  }
}
