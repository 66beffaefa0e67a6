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
    Path kept = Files.createDirectories(folder.resolve("kept/deep"));
    Path tree = Files.createDirectories(folder.resolve("tree/a/b")).getParent().getParent();
    Files.writeString(tree.resolve("a/b/file"), "content");
    Files.createSymbolicLink(tree.resolve("link"), kept.getParent());

    FileTree.delete(tree);

    assertThat(tree).doesNotExist();
    assertThat(kept).exists();
  }
}
