package dev.lookahead.bridge.recording.hdf5;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.table.TableSource;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Single HDF5 files in stable-worldmodel's layout. */
public final class Hdf5Format implements RecordingFormat {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  @Override
  public String name() {
    return "hdf5";
  }

  @Override
  public String description() {
    return "stable-worldmodel's HDF5 file: a dataset per column, ep_len and ep_offset";
  }

  @Override
  public boolean recognizes(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream file = Files.newInputStream(path)) {
      return Arrays.equals(file.readNBytes(SIGNATURE.length), SIGNATURE);
    } catch (IOException unreadable) {
      return false;
    }
  }

  @Override
  public EpisodeSource open(Path path, RecordingMapping mapping) {
    return TableSource.of(Hdf5Table.open(path), mapping);
  }

  @Override
  public List<Finding> check(Path path) {
    List<Finding> findings = new ArrayList<>();
    try (Hdf5Table table = Hdf5Table.open(path)) {
      if (table.size() == 0) {
        findings.add(Finding.error(path.toString(), "there is no episode in it"));
      }
      for (String oddity : table.rows().oddities()) {
        findings.add(Finding.warning(path.toString(), oddity));
      }
      table
          .file()
          .unreadable()
          .forEach((name, why) -> findings.add(Finding.warning(path + " '" + name + "'", why)));
      table
          .file()
          .columns()
          .forEach(
              (name, column) -> {
                if (!EpisodeRows.isIndex(name) && column.rows() != table.rows().rows()) {
                  findings.add(
                      Finding.warning(
                          path + " '" + name + "'",
                          "the episodes have %d rows, it has %d"
                              .formatted(table.rows().rows(), column.rows())));
                }
              });
    } catch (DataException damaged) {
      findings.add(Finding.error(path.toString(), String.valueOf(damaged.getMessage())));
    }
    return findings;
  }

  @Override
  public EpisodeSink create(Path path, DatasetSpec spec) throws IOException {
    return Hdf5Sink.create(path, spec);
  }
}
