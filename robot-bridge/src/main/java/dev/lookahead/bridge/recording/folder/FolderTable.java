package dev.lookahead.bridge.recording.folder;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.bridge.camera.StillImages;
import dev.lookahead.bridge.recording.table.EpisodeTable;
import dev.lookahead.bridge.recording.table.FolderPath;
import dev.lookahead.bridge.recording.table.TableColumn;
import dev.lookahead.bridge.recording.video.VideoReader;
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

/** Folders of images or videos with CSV files as a table. */
final class FolderTable implements EpisodeTable {

  private static final long MAX_JSON_BYTES = 1 << 20;

  private static final ObjectReader INFO =
      JsonMapper.builder()
          .build()
          .readerFor(EpisodeInfo.class)
          .with(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final EpisodeFolders folders;
  private final Optional<DatasetSpec> spec;
  private final List<Integer> lengths = new ArrayList<>();
  private final List<TableColumn> columns = new ArrayList<>();
  private final Map<String, List<Integer>> places = new LinkedHashMap<>();
  private final Map<String, FolderCamera> cameras = new LinkedHashMap<>();
  private final int stamp;

  private FolderTable(EpisodeFolders folders, Optional<DatasetSpec> spec, VideoReader reader) {
    this.folders = folders;
    this.spec = spec;
    StepsCsv first = folders.steps(0);
    this.stamp = first.header().indexOf(StepsCsv.STAMP);
    FolderPictures.in(folders, new StillImages()).forEach(this::add);
    FolderVideo.in(folders, reader).forEach(this::add);
    first
        .vectors()
        .forEach(
            (name, components) -> {
              List<String> axes = components.stream().map(first::axis).toList();
              columns.add(TableColumn.vector(name, components.size(), axes));
              places.put(name, components);
            });
    for (int episode = 0; episode < folders.size(); episode++) {
      StepsCsv steps = folders.steps(episode);
      if (!steps.header().equals(first.header())) {
        throw new DataException(
            folders.folder(episode),
            "its columns should be %s, are %s".formatted(first.header(), steps.header()));
      }
      lengths.add(steps.length());
    }
  }

  static FolderTable open(Path root, VideoReader reader) {
    EpisodeFolders folders = EpisodeFolders.in(root);
    if (folders.size() == 0) {
      throw new DataException(root, "there is no folder with a " + StepsCsv.FILE + " in it");
    }
    try {
      Path described = root.resolve(EpisodeFolders.SPEC_FILE);
      Optional<DatasetSpec> spec =
          Files.exists(described)
              ? Optional.of(
                  DatasetJson.parse(
                      described,
                      EpisodeFolders.bytes(
                          FolderPath.file(root, EpisodeFolders.SPEC_FILE), MAX_JSON_BYTES)))
              : Optional.empty();
      return new FolderTable(folders, spec, reader);
    } catch (IllegalArgumentException unfit) {
      throw new DataException(root, String.valueOf(unfit.getMessage()), unfit);
    }
  }

  private void add(FolderCamera camera) {
    columns.add(camera.column());
    cameras.put(camera.column().name(), camera);
  }

  @Override
  public Path location() {
    return folders.root();
  }

  @Override
  public String world() {
    return spec.map(DatasetSpec::world).orElse(String.valueOf(folders.root().getFileName()));
  }

  @Override
  public List<TableColumn> columns() {
    return List.copyOf(columns);
  }

  @Override
  public Map<String, String> unreadable() {
    return Map.of();
  }

  @Override
  public int size() {
    return folders.size();
  }

  @Override
  public int length(int episode) {
    return lengths.get(episode);
  }

  @Override
  public long periodNanos() {
    return spec.map(DatasetSpec::framePeriodNanos).orElseGet(this::firstPeriodNanos);
  }

  private long firstPeriodNanos() {
    return stamp < 0 || lengths.get(0) < 2
        ? 0
        : Math.max(1, folders.steps(0).integer(1, stamp) - folders.steps(0).integer(0, stamp));
  }

  @Override
  public Optional<DatasetSpec> spec() {
    return spec;
  }

  @Override
  public EpisodeInfo info(int episode) {
    Path described = folders.folder(episode).resolve(EpisodeFolders.INFO_FILE);
    if (!Files.exists(described)) {
      return new EpisodeInfo(0, "");
    }
    Path file = folders.file(episode, EpisodeFolders.INFO_FILE);
    try {
      return INFO.readValue(EpisodeFolders.bytes(file, MAX_JSON_BYTES));
    } catch (IOException malformed) {
      throw new DataException(file, "should have a seed and a policy", malformed);
    }
  }

  @Override
  public void readFrames(TableColumn camera, int episode, int start, int rows, ByteBuffer into) {
    FolderCamera images = cameras.get(camera.name());
    if (images == null) {
      throw new IllegalArgumentException("no camera is called '" + camera.name() + "'");
    }
    images.read(episode, start, rows, into);
  }

  @Override
  public void readVectors(TableColumn column, int episode, int start, int rows, FloatBuffer into) {
    StepsCsv steps = folders.steps(episode);
    List<Integer> components = places.getOrDefault(column.name(), List.of());
    for (int row = start; row < start + rows; row++) {
      for (int place : components) {
        into.put(steps.number(row, place));
      }
    }
  }

  @Override
  public long[] stampsNanos(int episode, int start, int rows, long periodNanos) {
    long[] stamps = new long[rows];
    for (int i = 0; i < rows; i++) {
      stamps[i] =
          stamp < 0 ? (start + i) * periodNanos : folders.steps(episode).integer(start + i, stamp);
    }
    return stamps;
  }

  /** What is missing or too short of an episode's images and videos. */
  List<String> missing(int episode) {
    List<String> problems = new ArrayList<>();
    for (FolderCamera camera : cameras.values()) {
      try {
        camera.require(episode, length(episode));
      } catch (DataException missing) {
        problems.add(String.valueOf(missing.getMessage()));
      }
    }
    return problems;
  }

  @Override
  public void close() {
    folders.forget();
  }
}
