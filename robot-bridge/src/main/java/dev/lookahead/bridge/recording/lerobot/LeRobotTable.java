package dev.lookahead.bridge.recording.lerobot;

import dev.lookahead.bridge.camera.StillImages;
import dev.lookahead.bridge.recording.lerobot.LeRobotEpisode.VideoPlace;
import dev.lookahead.bridge.recording.parquet.ParquetFile;
import dev.lookahead.bridge.recording.table.EpisodeTable;
import dev.lookahead.bridge.recording.table.FolderPath;
import dev.lookahead.bridge.recording.table.TableColumn;
import dev.lookahead.bridge.recording.video.VideoFacts;
import dev.lookahead.bridge.recording.video.VideoReader;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetJson;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A LeRobotDataset as a table. The files read last stay open. */
final class LeRobotTable implements EpisodeTable {

  static final String SPEC_FILE = "meta/lookahead.json";
  static final String STAMP_FEATURE = "stamp_ns";

  /** The field of an image in the rows that holds its file. */
  static final String IMAGE_BYTES = "bytes";

  private static final double NANOS_PER_SECOND = 1e9;
  private static final int OPEN_FILES = 8;
  private static final int MAX_TASK = 500;
  private static final long MAX_SPEC_BYTES = 1 << 20;

  /** What LeRobot fills in itself. */
  private static final List<String> BOOKKEEPING =
      List.of("timestamp", "frame_index", "episode_index", "index", "task_index", STAMP_FEATURE);

  private final Path root;
  private final LeRobotInfo info;
  private final Optional<DatasetSpec> spec;
  private final List<LeRobotEpisode> episodes;
  private final List<TableColumn> columns;
  private final VideoReader videos;
  private final StillImages images = new StillImages();
  private final Map<String, ParquetFile> open = new LinkedHashMap<>(16, 0.75f, true);

  private LeRobotTable(
      Path root,
      LeRobotInfo info,
      Optional<DatasetSpec> spec,
      List<LeRobotEpisode> episodes,
      List<TableColumn> columns,
      VideoReader videos) {
    this.root = root;
    this.info = info;
    this.spec = spec;
    this.episodes = episodes;
    this.columns = columns;
    this.videos = videos;
  }

  static LeRobotTable open(Path root, VideoReader videos) {
    LeRobotInfo info = LeRobotInfo.read(root);
    List<TableColumn> columns = new ArrayList<>();
    try {
      for (Feature feature : info.features()) {
        if (!BOOKKEEPING.contains(feature.name())) {
          feature.column().ifPresent(columns::add);
        }
      }
    } catch (IllegalArgumentException | ArithmeticException unfit) {
      throw new DataException(root, String.valueOf(unfit.getMessage()), unfit);
    }
    return new LeRobotTable(
        root, info, spec(root), EpisodeList.read(root, info), List.copyOf(columns), videos);
  }

  private static Optional<DatasetSpec> spec(Path root) {
    if (!Files.exists(root.resolve(SPEC_FILE))) {
      return Optional.empty();
    }
    Path file = FolderPath.file(root, SPEC_FILE);
    try {
      if (Files.size(file) > MAX_SPEC_BYTES) {
        throw new DataException(file, "at most %d bytes are read".formatted(MAX_SPEC_BYTES));
      }
      return Optional.of(DatasetJson.parse(file, Files.readAllBytes(file)));
    } catch (IOException unreadable) {
      throw new DataException(file, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  LeRobotInfo info() {
    return info;
  }

  List<LeRobotEpisode> episodes() {
    return episodes;
  }

  /** A data file, opened once. */
  ParquetFile data(String name) {
    ParquetFile known = open.get(name);
    if (known == null) {
      known = ParquetFile.open(FolderPath.file(root, name));
      open.put(name, known);
      if (open.size() > OPEN_FILES) {
        open.remove(open.keySet().iterator().next());
      }
    }
    return known;
  }

  @Override
  public Path location() {
    return root;
  }

  @Override
  public String world() {
    String robot = info.robot().isEmpty() ? String.valueOf(root.getFileName()) : info.robot();
    return spec.map(DatasetSpec::world).orElse(robot);
  }

  @Override
  public List<TableColumn> columns() {
    return columns;
  }

  @Override
  public Map<String, String> unreadable() {
    return Map.of();
  }

  @Override
  public int size() {
    return episodes.size();
  }

  @Override
  public int length(int episode) {
    return episodes.get(episode).length();
  }

  @Override
  public long periodNanos() {
    return spec.map(DatasetSpec::framePeriodNanos)
        .orElse(Math.round(NANOS_PER_SECOND / info.framesPerSecond()));
  }

  @Override
  public Optional<DatasetSpec> spec() {
    return spec;
  }

  @Override
  public EpisodeInfo info(int episode) {
    String task = episodes.get(episode).task();
    return new EpisodeInfo(
        episodes.get(episode).seed(),
        task.length() > MAX_TASK ? task.substring(0, MAX_TASK) : task);
  }

  @Override
  public void readFrames(TableColumn camera, int episode, int start, int rows, ByteBuffer into) {
    VideoPlace place = episodes.get(episode).videos().get(camera.name());
    if (place == null) {
      readImages(camera, episode, start, rows, into);
      return;
    }
    Path file = FolderPath.file(root, place.file());
    VideoFacts found = videos.facts(file);
    found.requireSize(file, camera.width(), camera.height());
    videos.read(file, found, place.firstFrame() + start, rows, into);
  }

  private void readImages(TableColumn camera, int episode, int start, int rows, ByteBuffer into) {
    StillImages.Size size = new StillImages.Size(camera.width(), camera.height());
    LeRobotEpisode place = episodes.get(episode);
    ParquetFile data = data(place.dataFile());
    for (byte[] image : data.blobs(camera.name(), IMAGE_BYTES, place.firstRow() + start, rows)) {
      try {
        images.read(ByteBuffer.wrap(image), size, into);
      } catch (MessageFormatException broken) {
        throw new DataException(data.path(), camera.name() + ": " + broken.getMessage(), broken);
      }
    }
  }

  @Override
  public void readVectors(TableColumn column, int episode, int start, int rows, FloatBuffer into) {
    LeRobotEpisode place = episodes.get(episode);
    data(place.dataFile())
        .floats(column.name(), place.firstRow() + start, rows, column.width(), into);
  }

  @Override
  public long[] stampsNanos(int episode, int start, int rows, long periodNanos) {
    LeRobotEpisode place = episodes.get(episode);
    if (spec.isPresent()) {
      return data(place.dataFile()).integers(STAMP_FEATURE, place.firstRow() + start, rows);
    }
    long[] stamps = new long[rows];
    for (int i = 0; i < rows; i++) {
      stamps[i] = (start + i) * periodNanos;
    }
    return stamps;
  }

  @Override
  public void close() {
    open.clear();
  }
}
