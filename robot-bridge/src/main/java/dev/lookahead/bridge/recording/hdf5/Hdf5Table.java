package dev.lookahead.bridge.recording.hdf5;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.bridge.recording.table.EpisodeTable;
import dev.lookahead.bridge.recording.table.TableColumn;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetJson;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stable-worldmodel HDF5 file as a table. */
final class Hdf5Table implements EpisodeTable {

  static final String SPEC_ATTRIBUTE = "lookahead";
  static final String POLICIES_ATTRIBUTE = "lookahead_policies";
  static final String STAMP_COLUMN = "stamp_ns";
  static final String SEED_COLUMN = "seed";
  static final String POLICY_COLUMN = "policy";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Hdf5File file;
  private final EpisodeRows rows;
  private final Optional<DatasetSpec> spec;
  private final List<String> policies;
  private final List<TableColumn> columns = new ArrayList<>();

  private Hdf5Table(
      Hdf5File file, EpisodeRows rows, Optional<DatasetSpec> spec, List<String> policies) {
    this.file = file;
    this.rows = rows;
    this.spec = spec;
    this.policies = policies;
    file.columns().forEach(this::add);
  }

  static Hdf5Table open(Path path) {
    Hdf5File file = Hdf5File.open(path);
    try {
      EpisodeRows rows = EpisodeRows.of(file);
      Optional<DatasetSpec> spec =
          file.text(SPEC_ATTRIBUTE)
              .map(text -> DatasetJson.parse(path, text.getBytes(StandardCharsets.UTF_8)));
      List<String> policies =
          file.text(POLICIES_ATTRIBUTE).map(text -> policies(path, text)).orElse(List.of());
      return new Hdf5Table(file, rows, spec, policies);
    } catch (DataException refused) {
      file.close();
      throw refused;
    }
  }

  private static List<String> policies(Path path, String text) {
    try {
      return List.of(MAPPER.readValue(text, String[].class));
    } catch (JsonProcessingException | NullPointerException malformed) {
      throw new DataException(path, POLICIES_ATTRIBUTE + " is no list of texts", malformed);
    }
  }

  private void add(String name, Hdf5Column column) {
    if (EpisodeRows.isIndex(name) || column.rows() < rows.rows()) {
      return;
    }
    long[] shape = column.shape();
    try {
      if (shape.length == 4 && shape[3] == 3 && column.type().isUint8()) {
        columns.add(TableColumn.image(name, Math.toIntExact(shape[2]), Math.toIntExact(shape[1])));
      } else if (shape.length <= 2) {
        columns.add(TableColumn.vector(name, column.width(), List.of()));
      }
    } catch (IllegalArgumentException tooLarge) {
      // A vector or an image too large to be one: like other data it is no column of ours.
    }
  }

  Hdf5File file() {
    return file;
  }

  EpisodeRows rows() {
    return rows;
  }

  @Override
  public Path location() {
    return file.path();
  }

  @Override
  public String world() {
    String name = String.valueOf(file.path().getFileName());
    int dot = name.lastIndexOf('.');
    return spec.map(DatasetSpec::world).orElse(dot > 0 ? name.substring(0, dot) : name);
  }

  @Override
  public List<TableColumn> columns() {
    return List.copyOf(columns);
  }

  @Override
  public Map<String, String> unreadable() {
    return file.unreadable();
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public int length(int episode) {
    return rows.length(episode);
  }

  @Override
  public long periodNanos() {
    return spec.map(DatasetSpec::framePeriodNanos).orElse(0L);
  }

  @Override
  public Optional<DatasetSpec> spec() {
    return spec;
  }

  @Override
  public EpisodeInfo info(int episode) {
    if (spec.isEmpty()) {
      return new EpisodeInfo(0, "");
    }
    long policy = integers(POLICY_COLUMN, episode, 0, 1)[0];
    if (policy < 0 || policy >= policies.size()) {
      throw new IllegalArgumentException(
          "its policy should be one of %d, is number %d".formatted(policies.size(), policy));
    }
    return new EpisodeInfo(integers(SEED_COLUMN, episode, 0, 1)[0], policies.get((int) policy));
  }

  @Override
  public void readFrames(TableColumn camera, int episode, int start, int count, ByteBuffer into) {
    Hdf5File.reading(
        file.path(),
        camera.name(),
        () -> {
          column(camera.name()).read(rows.offset(episode) + start, count, into);
          return into;
        });
  }

  @Override
  public void readVectors(TableColumn wanted, int episode, int start, int count, FloatBuffer into) {
    Hdf5Column column = column(wanted.name());
    ByteBuffer values = values(wanted.name(), episode, start, count);
    NumberType type = column.type();
    for (int at = 0; at < values.limit(); at += type.bytes()) {
      into.put(type.toFloat(values, at));
    }
  }

  @Override
  public long[] stampsNanos(int episode, int start, int count, long periodNanos) {
    if (spec.isPresent()) {
      return integers(STAMP_COLUMN, episode, start, count);
    }
    long[] stamps = new long[count];
    for (int i = 0; i < count; i++) {
      stamps[i] = (start + i) * periodNanos;
    }
    return stamps;
  }

  private long[] integers(String name, int episode, int start, int count) {
    Hdf5Column column = column(name);
    if (column.type().real() || column.width() != 1 || column.rows() < rows.rows()) {
      throw new DataException(file.path(), "'%s' should be an integer per row".formatted(name));
    }
    ByteBuffer values = values(name, episode, start, count);
    long[] integers = new long[count];
    for (int i = 0; i < count; i++) {
      integers[i] = column.type().toLong(values, i * column.type().bytes());
    }
    return integers;
  }

  private ByteBuffer values(String name, int episode, int start, int count) {
    return Hdf5File.reading(
        file.path(), name, () -> column(name).read(rows.offset(episode) + start, count));
  }

  private Hdf5Column column(String name) {
    Hdf5Column column = file.columns().get(name);
    if (column == null) {
      throw new DataException(
          file.path(),
          "there is no column '%s'%s"
              .formatted(
                  name,
                  file.unreadable().containsKey(name) ? ": " + file.unreadable().get(name) : ""));
    }
    return column;
  }

  @Override
  public void close() {
    file.close();
  }
}
