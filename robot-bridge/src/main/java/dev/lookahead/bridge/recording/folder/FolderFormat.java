package dev.lookahead.bridge.recording.folder;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.table.FolderPath;
import dev.lookahead.bridge.recording.table.TableSource;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Folders of PNG or JPEG images with a CSV file each. */
public final class FolderFormat implements RecordingFormat {

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public String description() {
    return "a folder per episode: PNG or JPEG images and steps.csv";
  }

  @Override
  public boolean recognizes(Path path) {
    try {
      return Files.isDirectory(path) && !FolderTable.folders(path).isEmpty();
    } catch (DataException unreadable) {
      return false;
    }
  }

  @Override
  public EpisodeSource open(Path path, RecordingMapping mapping) {
    return TableSource.of(FolderTable.open(path), mapping);
  }

  @Override
  public List<Finding> check(Path path) {
    List<Finding> findings = new ArrayList<>();
    try (FolderTable table = FolderTable.open(path)) {
      for (int episode = 0; episode < table.size(); episode++) {
        for (String image : table.imageNames(episode)) {
          try {
            FolderPath.file(path, image);
          } catch (DataException missing) {
            findings.add(Finding.error("episode " + episode, String.valueOf(missing.getMessage())));
          }
        }
      }
    } catch (DataException damaged) {
      findings.add(Finding.error(path.toString(), String.valueOf(damaged.getMessage())));
    }
    return findings;
  }

  @Override
  public EpisodeSink create(Path path, DatasetSpec spec) throws IOException {
    return FolderSink.create(path, spec);
  }
}
