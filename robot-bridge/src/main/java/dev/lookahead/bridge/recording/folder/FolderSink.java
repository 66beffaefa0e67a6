package dev.lookahead.bridge.recording.folder;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.episode.DatasetJson;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.SignalAxis;
import dev.lookahead.worldmodel.file.PendingFile;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes a folder per episode, which gets its name when it is complete. */
final class FolderSink implements EpisodeSink {

  static final String UNFINISHED = ".tmp";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path root;
  private final DatasetSpec spec;
  private final FrameFiles frames;
  private final List<Path> unforced = new ArrayList<>();
  private int episodes;

  private FolderSink(Path root, DatasetSpec spec, FrameFiles frames) {
    this.root = root;
    this.spec = spec;
    this.frames = frames;
  }

  static FolderSink create(Path root, DatasetSpec spec, FrameFiles frames) throws IOException {
    Files.createDirectory(root);
    PendingFile.write(root.resolve(EpisodeFolders.SPEC_FILE), DatasetJson.bytes(spec));
    return new FolderSink(root, spec, frames);
  }

  @Override
  public void append(Episode episode) throws IOException {
    if (!episode.spec().equals(spec)) {
      throw new IllegalArgumentException(
          "episodes of this recording have %s, got %s".formatted(spec, episode.spec()));
    }
    Path folder = root.resolve("episode-%06d".formatted(episodes));
    Path unfinished = root.resolve(folder.getFileName() + UNFINISHED);
    delete(unfinished);
    Files.createDirectory(unfinished);
    List<String> files = new ArrayList<>(frames.write(unfinished, episode));
    Files.writeString(unfinished.resolve(StepsCsv.FILE), csv(episode, files));
    Files.write(
        unfinished.resolve(EpisodeFolders.INFO_FILE), MAPPER.writeValueAsBytes(episode.info()));
    files.add(StepsCsv.FILE);
    files.add(EpisodeFolders.INFO_FILE);
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    files.forEach(file -> unforced.add(folder.resolve(file)));
    unforced.add(folder);
    episodes++;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private String csv(Episode episode, List<String> images) {
    StringBuilder text = new StringBuilder();
    text.append(frames.perFrame() ? "frame," : "").append(StepsCsv.STAMP);
    for (ActionAxis axis : spec.actionSpace().axes()) {
      text.append(',').append(CsvReader.cell("action." + axis.name()));
    }
    header(text, "state.", spec.states());
    header(text, "proprio.", spec.proprioception());
    text.append('\n');
    for (int step = 0; step < episode.length(); step++) {
      text.append(frames.perFrame() ? images.get(step) + "," : "");
      text.append(episode.stampsNanos().get(step));
      if (step < episode.length() - 1) {
        numbers(text, episode.actions(), step, spec.actionSize());
      } else {
        text.append(",".repeat(spec.actionSize()));
      }
      numbers(text, episode.states(), step, spec.stateSize());
      numbers(text, episode.proprioception(), step, spec.proprioceptionSize());
      text.append('\n');
    }
    return text.toString();
  }

  private static void header(StringBuilder text, String vector, List<SignalAxis> axes) {
    axes.forEach(axis -> text.append(',').append(CsvReader.cell(vector + axis.name())));
  }

  private static void numbers(StringBuilder text, FloatBuffer rows, int row, int size) {
    for (int i = 0; i < size; i++) {
      text.append(',').append(rows.get(row * size + i));
    }
  }

  @Override
  public void commit() throws IOException {
    for (Path path : unforced) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
    unforced.clear();
  }

  @Override
  public void close() throws IOException {
    commit();
  }
}
