package dev.lookahead.bridge.recording.folder;

import dev.lookahead.bridge.camera.StillImages;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PNG per frame. */
final class PngFrames implements FrameFiles {

  @Override
  public boolean perFrame() {
    return true;
  }

  @Override
  public List<String> write(Path folder, Episode episode) throws IOException {
    DatasetSpec spec = episode.spec();
    StillImages.Size size = new StillImages.Size(spec.frameWidth(), spec.frameHeight());
    ByteBuffer frames = episode.frames();
    List<String> files = new ArrayList<>();
    for (int step = 0; step < episode.length(); step++) {
      String file = "%06d.png".formatted(step);
      ByteBuffer frame = frames.slice(step * spec.frameBytes(), spec.frameBytes());
      Files.write(folder.resolve(file), StillImages.png(frame, size));
      files.add(file);
    }
    return files;
  }
}
