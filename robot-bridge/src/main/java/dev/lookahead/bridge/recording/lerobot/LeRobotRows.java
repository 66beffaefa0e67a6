package dev.lookahead.bridge.recording.lerobot;

import dev.lookahead.bridge.camera.StillImages;
import dev.lookahead.bridge.recording.parquet.ParquetColumn;
import dev.lookahead.bridge.recording.parquet.ParquetWriter;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file of data: the rows of some episodes, one after another. */
final class LeRobotRows {

  private LeRobotRows() {}

  /**
   * Writes the rows of a batch.
   *
   * @param images whether the frames go into the rows too
   */
  static void write(Path file, List<EpisodeColumns> batch, double framesPerSecond, boolean images)
      throws IOException {
    int rows = batch.stream().mapToInt(part -> part.episode().length()).sum();
    List<ParquetColumn> columns = new ArrayList<>();
    for (String name : batch.get(0).vectors().keySet()) {
      columns.add(vectors(name, batch, rows));
    }
    long[] frameIndex = new long[rows];
    long[] episodeIndex = new long[rows];
    long[] index = new long[rows];
    long[] taskIndex = new long[rows];
    long[] stamps = new long[rows];
    float[] seconds = new float[rows];
    int at = 0;
    for (EpisodeColumns part : batch) {
      LongBuffer times = part.episode().stampsNanos();
      for (int row = 0; row < part.episode().length(); row++, at++) {
        frameIndex[at] = row;
        episodeIndex[at] = part.number();
        index[at] = part.datasetIndex() + row;
        taskIndex[at] = part.task();
        stamps[at] = times.get(row);
        seconds[at] = (float) (row / framesPerSecond);
      }
    }
    columns.add(ParquetColumn.integers(LeRobotTable.STAMP_FEATURE, stamps));
    columns.add(ParquetColumn.floats("timestamp", seconds));
    columns.add(ParquetColumn.integers("frame_index", frameIndex));
    columns.add(ParquetColumn.integers("episode_index", episodeIndex));
    columns.add(ParquetColumn.integers("index", index));
    columns.add(ParquetColumn.integers("task_index", taskIndex));
    if (images) {
      columns.add(ParquetColumn.blobs(LeRobotSink.CAMERA, LeRobotTable.IMAGE_BYTES, pngs(batch)));
    }
    ParquetWriter.write(file, columns, Map.of());
  }

  private static List<byte[]> pngs(List<EpisodeColumns> batch) throws IOException {
    List<byte[]> pngs = new ArrayList<>();
    for (EpisodeColumns part : batch) {
      DatasetSpec spec = part.episode().spec();
      StillImages.Size size = new StillImages.Size(spec.frameWidth(), spec.frameHeight());
      ByteBuffer frames = part.episode().frames();
      for (int row = 0; row < part.episode().length(); row++) {
        pngs.add(StillImages.png(frames.slice(row * spec.frameBytes(), spec.frameBytes()), size));
      }
    }
    return pngs;
  }

  /** A vector of one component is a number in LeRobot, not a list. */
  private static ParquetColumn vectors(String name, List<EpisodeColumns> batch, int rows) {
    int width = batch.get(0).vector(name).width();
    FloatBuffer values = FloatBuffer.allocate(rows * width);
    batch.forEach(part -> values.put(part.vector(name).values().duplicate()));
    return width == 1
        ? ParquetColumn.floats(name, values.array())
        : ParquetColumn.vectors(name, values.flip(), width);
  }
}
