package dev.lookahead.bridge.ros1.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.ros1.master.RosCore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @TempDir Path folder;

  @Test
  void whatANodeLogsIsInTheFileThatTheCommandLineNames() throws Exception {
    Path file = folder.resolve("wm.log");
    Files.writeString(file, "before\n");
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
        ConnectedNode node = TestNodes.node("wm", core.getUri(), "__log:=" + file)) {
      node.getLog().warn("careful");
      node.getLog().debug("a detail");
    }
    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(Files.readString(file)).startsWith("before\n[WARN] [").endsWith("]: careful\n");
  }

  @Test
  void aFileThatCannotBeWrittenIsRefusedWithItsName() throws Exception {
    String nowhere = folder.resolve("no/such/folder/wm.log").toString();
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1))) {
      assertThatThrownBy(() -> TestNodes.node("wm", core.getUri(), "__log:=" + nowhere))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("expected a file that can be written in __log:=" + nowhere);
    }
  }

  @Test
  void aFullFileIsPutAsideOnce() throws Exception {
    Path file = folder.resolve("full.log");
    try (LogFile log = new LogFile(file, 30)) {
      for (int i = 0; i < 20; i++) {
        log.add("line %02d of it".formatted(i));
      }
    }
    assertThat(Files.size(file)).isLessThanOrEqualTo(45);
    assertThat(Files.size(folder.resolve("full.log.1"))).isLessThanOrEqualTo(45);
    assertThat(Files.readString(file)).endsWith("line 19 of it\n");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }
}
