package dev.lookahead.worldmodel.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {

  @TempDir Path folder;

  @Test
  void everythingInItGoesAndWhatALinkPointsToStays() throws Exception {
    Path kept = folder.resolve("kept");
    Files.createDirectories(kept.resolve("deep"));
    Path tree = folder.resolve("tree");
    Files.createDirectories(tree.resolve("a/b"));
    Files.writeString(tree.resolve("a/b/file"), "content");
    Files.createSymbolicLink(tree.resolve("link"), kept);

    FileTree.delete(tree);
    FileTree.delete(tree);

    assertThat(tree).doesNotExist();
    assertThat(kept.resolve("deep")).exists();
  }
}
