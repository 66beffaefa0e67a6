package dev.lookahead.launch.bench.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerListenerTest {

  private static final URI MASTER = URI.create("http://127.0.0.1:11311/");

  @TempDir Path folder;

  @Test
  void whatAPeerPrintsIsOneTurn() throws Exception {
    Slice slice =
        PeerListener.read(
            List.of("7 700000", "8 -5", "11 900000", "cpu 50000000 window 1000000000"));

    assertThat(slice)
        .isEqualTo(new Slice(List.of(700_000L, -5L, 900_000L), 2, 0.05, OptionalDouble.empty()));
  }

  @Test
  void aPeerThatDoesNotFinishIsRefusedWithItsLastWords() {
    assertThatThrownBy(() -> PeerListener.read(List.of("7 700000", "Killed")))
        .isInstanceOf(IOException.class)
        .hasMessage("it printed 1 images and no end: Killed");
    assertThatThrownBy(() -> PeerListener.read(List.of("cpu 1 window 1")))
        .hasMessageContaining("printed 0 images");
    assertThatThrownBy(() -> PeerListener.read(List.of())).hasMessageContaining("it said nothing");
  }

  @Test
  void aPeerThatFailsIsReportedWithItsExitCodeAndWords() {
    PeerListener failing =
        new PeerListener("sh", List.of("/bin/sh", "-c", "echo no master >&2; exit 3"), folder);

    assertThatThrownBy(() -> failing.listen(MASTER, 0, 0.1))
        .isInstanceOf(IOException.class)
        .hasMessage("it ended with 3: no master");
  }
}
