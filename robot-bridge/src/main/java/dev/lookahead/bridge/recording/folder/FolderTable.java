package dev.lookahead.bridge.recording.folder;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.bridge.camera.StillImages;
import dev.lookahead.bridge.recording.table.EpisodeTable;
import dev.lookahead.bridge.recording.table.FolderPath;
import dev.lookahead.bridge.recording.table.TableColumn;
import dev.lookahead.bridge.recording.video.VideoReader;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetJson;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folders of images with CSV files as a table. The last few CSV files read are kept. */
final class FolderTable implements EpisodeTable {

  static final String SPEC_FILE = "lookahead.json";
  static final String INFO_FILE = "episode.json";

  private static final int KEPT_FILES = 64;
  private static final int MAX_EPISODES = 1 << 20;
  private static final long MAX_IMAGE_BYTES = 64 << 20;
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

  private final Path root;
  private final Optional<DatasetSpec> spec;
  private final List<Path> folders;
  private final List<Integer> lengths = new ArrayList<>();
  private final List<TableColumn> columns = new ArrayList<>();
  private final Map<String, List<Integer>> cells = new LinkedHashMap<>();
  private final int stamp;
  private final StillImages images = new StillImages();
  private final Map<String, FolderVideo> videos = new LinkedHashMap<>();
  private final VideoReader reader;
  private final Map<Integer, StepsCsv> kept = new LinkedHashMap<>();

  private FolderTable(
      Path root, Optional<DatasetSpec> spec, List<Path> folders, VideoReader reader) {
    this.root = root;
    this.reader = reader;
    this.spec = spec;
    this.folders = folders;
    StepsCsv first = steps(0);
    this.stamp = first.header().indexOf(StepsCsv.STAMP);
    for (int column = 0; column < first.header().size(); column++) {
      if (first.isCamera(column)) {
        String name = first.header().get(column);
        StillImages.Size size = size(first, column);
        columns.add(TableColumn.image(name, size.width(), size.height()));
        cells.put(name, List.of(column));
      }
    }
    for (FolderVideo video : FolderVideo.in(root, folders.get(0), reader)) {
      columns.add(video.column());
      videos.put(video.column().name(), video);
    }
    first
        .vectors()
        .forEach(
            (name, places) -> {
              List<String> axes = places.stream().map(first::axis).toList();
              columns.add(TableColumn.vector(name, places.size(), axes));
              cells.putIfAbsent(name, places);
            });
    for (int episode = 0; episode < folders.size(); episode++) {
      StepsCsv steps = steps(episode);
      if (!steps.header().equals(first.header())) {
        throw new DataException(
            folders.get(episode),
            "its columns should be %s, are %s".formatted(first.header(), steps.header()));
      }
      lengths.add(steps.length());
    }
  }

  static FolderTable open(Path root, VideoReader reader) {
    List<Path> folders = folders(root);
    if (folders.isEmpty()) {
      throw new DataException(root, "there is no folder with a " + StepsCsv.FILE + " in it");
    }
    try {
      Path described = root.resolve(SPEC_FILE);
      Optional<DatasetSpec> spec =
          Files.exists(described)
              ? Optional.of(DatasetJson.parse(described, json(root, SPEC_FILE)))
              : Optional.empty();
      return new FolderTable(root, spec, folders, reader);
    } catch (IllegalArgumentException unfit) {
      throw new DataException(root, String.valueOf(unfit.getMessage()), unfit);
    }
  }

  /** The folders of episodes, in order of their names. */
  static List<Path> folders(Path root) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
      for (Path entry : entries) {
        boolean whole = !entry.toString().endsWith(FolderSink.UNFINISHED);
        if (whole && Files.isRegularFile(entry.resolve(StepsCsv.FILE))) {
          folders.add(entry);
        }
        if (folders.size() > MAX_EPISODES) {
          throw new DataException(root, "at most %d episodes are read".formatted(MAX_EPISODES));
        }
      }
    } catch (IOException unreadable) {
      throw new DataException(root, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
    Collections.sort(folders);
    return folders;
  }

  private static byte[] json(Path folder, String name) {
    return bytes(FolderPath.file(folder, name), MAX_JSON_BYTES);
  }

  private static byte[] bytes(Path file, long max) {
    try {
      if (Files.size(file) > max) {
        throw new DataException(
            file, "it has %d bytes, at most %d are read".formatted(Files.size(file), max));
      }
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new DataException(file, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private StillImages.Size size(StepsCsv first, int column) {
    Path file = FolderPath.file(root, inRoot(0, first.cell(0, column)));
    try {
      return StillImages.size(ByteBuffer.wrap(bytes(file, MAX_IMAGE_BYTES)));
    } catch (MessageFormatException broken) {
      throw new DataException(file, String.valueOf(broken.getMessage()), broken);
    }
  }

  private String inRoot(int episode, String name) {
    return folders.get(episode).getFileName() + "/" + name;
  }

  private StepsCsv steps(int episode) {
    StepsCsv known = kept.get(episode);
    if (known == null) {
      if (kept.size() >= KEPT_FILES) {
        kept.remove(kept.keySet().iterator().next());
      }
      FolderPath.file(root, inRoot(episode, StepsCsv.FILE));
      known = StepsCsv.read(folders.get(episode));
      kept.put(episode, known);
    }
    return known;
  }

  @Override
  public Path location() {
    return root;
  }

  @Override
  public String world() {
    return spec.map(DatasetSpec::world).orElse(String.valueOf(root.getFileName()));
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
        : Math.max(1, steps(0).integer(1, stamp) - steps(0).integer(0, stamp));
  }

  @Override
  public Optional<DatasetSpec> spec() {
    return spec;
  }

  @Override
  public EpisodeInfo info(int episode) {
    Path folder = folders.get(episode);
    if (!Files.exists(folder.resolve(INFO_FILE))) {
      return new EpisodeInfo(0, "");
    }
    try {
      return INFO.readValue(json(root, inRoot(episode, INFO_FILE)));
    } catch (IOException malformed) {
      throw new DataException(
          root, inRoot(episode, INFO_FILE) + " should have a seed and a policy", malformed);
    }
  }

  @Override
  public void readFrames(TableColumn camera, int episode, int start, int rows, ByteBuffer into) {
    FolderVideo video = videos.get(camera.name());
    if (video != null) {
      Path file = FolderPath.file(root, inRoot(episode, video.file()));
      reader.read(file, video.facts(), start, rows, into);
      return;
    }
    StepsCsv steps = steps(episode);
    StillImages.Size size = new StillImages.Size(camera.width(), camera.height());
    int column = places(camera).get(0);
    for (int row = start; row < start + rows; row++) {
      Path file = FolderPath.file(root, inRoot(episode, steps.cell(row, column)));
      try {
        images.read(ByteBuffer.wrap(bytes(file, MAX_IMAGE_BYTES)), size, into);
      } catch (MessageFormatException broken) {
        throw new DataException(file, String.valueOf(broken.getMessage()), broken);
      }
    }
  }

  @Override
  public void readVectors(TableColumn column, int episode, int start, int rows, FloatBuffer into) {
    StepsCsv steps = steps(episode);
    List<Integer> places = places(column);
    for (int row = start; row < start + rows; row++) {
      for (int place : places) {
        into.put(steps.number(row, place));
      }
    }
  }

  private List<Integer> places(TableColumn column) {
    return cells.getOrDefault(column.name(), List.of());
  }

  @Override
  public long[] stampsNanos(int episode, int start, int rows, long periodNanos) {
    long[] stamps = new long[rows];
    for (int i = 0; i < rows; i++) {
      stamps[i] = stamp < 0 ? (start + i) * periodNanos : steps(episode).integer(start + i, stamp);
    }
    return stamps;
  }

  /** What is missing or too short of an episode's images and videos. */
  List<String> missing(int episode) {
    List<String> problems = new ArrayList<>();
    for (TableColumn column : columns) {
      if (column.image()) {
        try {
          requireImages(column, episode);
        } catch (DataException missing) {
          problems.add(String.valueOf(missing.getMessage()));
        }
      }
    }
    return problems;
  }

  private void requireImages(TableColumn camera, int episode) {
    FolderVideo video = videos.get(camera.name());
    if (video == null) {
      for (int row = 0; row < length(episode); row++) {
        FolderPath.file(root, inRoot(episode, steps(episode).cell(row, places(camera).get(0))));
      }
      return;
    }
    Path file = FolderPath.file(root, inRoot(episode, video.file()));
    long frames = reader.countFrames(file);
    if (frames != length(episode)) {
      throw new DataException(
          file, "there should be %d frames, there are %d".formatted(length(episode), frames));
    }
  }

  @Override
  public void close() {
    kept.clear();
  }
}
