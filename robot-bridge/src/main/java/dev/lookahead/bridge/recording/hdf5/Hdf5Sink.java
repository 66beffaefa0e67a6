package dev.lookahead.bridge.recording.hdf5;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.worldmodel.episode.DatasetJson;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Writes one HDF5 file. Columns are spooled to {@code NAME.spool} beside it, which also keeps a
 * second writer out; a killed process leaves that directory behind and the file as of the last
 * commit.
 */
final class Hdf5Sink implements EpisodeSink {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path target;
  private final DatasetSpec spec;
  private final Path directory;
  private final Map<String, Spool> spools = new LinkedHashMap<>();
  private final List<String> policies = new ArrayList<>();
  private long rows;
  private int episodes;
  private boolean pending;

  /** Whether all columns hold the same rows: not so after a disk refused some of an episode. */
  private boolean complete = true;

  private Hdf5Sink(Path target, DatasetSpec spec, Path directory) {
    this.target = target;
    this.spec = spec;
    this.directory = directory;
  }

  static Hdf5Sink create(Path target, DatasetSpec spec) throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    int described = DatasetJson.bytes(spec).length;
    if (described > Hdf5Layout.MAX_ATTRIBUTE_BYTES) {
      throw new IOException(
          target
              + ": the specification has %d bytes, an attribute of HDF5 holds at most %d"
                  .formatted(described, Hdf5Layout.MAX_ATTRIBUTE_BYTES));
    }
    Path spool = target.resolveSibling(target.getFileName() + ".spool");
    try {
      Files.createDirectory(spool);
    } catch (FileAlreadyExistsException taken) {
      throw new IOException(
          spool
              + " exists: another process is writing there, or was killed while it did; in the"
              + " second case delete it",
          taken);
    }
    return new Hdf5Sink(target, spec, spool);
  }

  @Override
  public void append(Episode episode) throws IOException {
    if (!episode.spec().equals(spec)) {
      throw new IllegalArgumentException(
          "episodes of this recording have %s, got %s".formatted(spec, episode.spec()));
    }
    int policy = policy(episode.info().policy());
    complete = false;
    int length = episode.length();
    spool("pixels").append(episode.frames());
    spool("action").append(episode.actions());
    spool("action").append(Float.NaN, spec.actionSize());
    spool("state").append(episode.states());
    spool("proprio").append(episode.proprioception());
    spool(Hdf5Table.STAMP_COLUMN).append(episode.stampsNanos());
    spool(Hdf5Table.SEED_COLUMN).append(episode.info().seed(), length);
    spool(Hdf5Table.POLICY_COLUMN).append(policy, length);
    spool("ep_len").append(length, 1);
    spool("ep_offset").append(rows, 1);
    rows += length;
    episodes++;
    complete = true;
    pending = true;
  }

  private int policy(String text) throws IOException {
    int known = policies.indexOf(text);
    if (known >= 0) {
      return known;
    }
    policies.add(text);
    if (policyJson().getBytes(StandardCharsets.UTF_8).length > Hdf5Layout.MAX_ATTRIBUTE_BYTES) {
      policies.remove(policies.size() - 1);
      throw new IOException(
          "%s: the %d different policies are too long together for an attribute of HDF5"
              .formatted(target, policies.size() + 1));
    }
    return policies.size() - 1;
  }

  private String policyJson() throws IOException {
    return MAPPER.writeValueAsString(policies);
  }

  private Spool spool(String column) throws IOException {
    Spool known = spools.get(column);
    if (known == null) {
      known = new Spool(directory.resolve(column));
      spools.put(column, known);
    }
    return known;
  }

  @Override
  public void commit() throws IOException {
    if (!complete) {
      throw new IOException(
          target + " holds what was committed; an episode after that could not be written whole");
    }
    if (pending) {
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put(
          Hdf5Table.SPEC_ATTRIBUTE, new String(DatasetJson.bytes(spec), StandardCharsets.UTF_8));
      attributes.put(Hdf5Table.POLICIES_ATTRIBUTE, policyJson());
      new Hdf5Layout(datasets(), attributes).write(target);
      pending = false;
    }
  }

  private List<Hdf5Layout.Dataset> datasets() throws IOException {
    List<Hdf5Layout.Dataset> datasets = new ArrayList<>();
    datasets.add(
        dataset(
            "pixels", new byte[1][1][1][1], true, rows, spec.frameHeight(), spec.frameWidth(), 3));
    datasets.add(dataset("action", new float[1][1], false, rows, spec.actionSize()));
    if (spec.stateSize() > 0) {
      datasets.add(dataset("state", new float[1][1], false, rows, spec.stateSize()));
    }
    if (spec.proprioceptionSize() > 0) {
      datasets.add(dataset("proprio", new float[1][1], false, rows, spec.proprioceptionSize()));
    }
    datasets.add(dataset(Hdf5Table.STAMP_COLUMN, new long[1], false, rows));
    datasets.add(dataset(Hdf5Table.SEED_COLUMN, new long[1], false, rows));
    datasets.add(dataset(Hdf5Table.POLICY_COLUMN, new int[1], false, rows));
    datasets.add(dataset("ep_len", new int[1], false, episodes));
    datasets.add(dataset("ep_offset", new long[1], false, episodes));
    return datasets;
  }

  private Hdf5Layout.Dataset dataset(String name, Object sample, boolean unsigned, long... sides)
      throws IOException {
    return new Hdf5Layout.Dataset(
        name, sample, unsigned, LongStream.of(sides).boxed().toList(), spool(name).file());
  }

  @Override
  public void close() throws IOException {
    try {
      commit();
    } finally {
      for (Spool spool : spools.values()) {
        spool.close();
      }
      Files.deleteIfExists(directory);
    }
  }
}
