package dev.lookahead.launch.bench.ros;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.node.NodeSources;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small images for a moment, with whichever peers are installed. */
class RosBenchPeerTest {

  private static final List<ImageStream> STREAM = List.of(new ImageStream(64, 48, 50));

  @TempDir Path folder;

  @Test
  void everySubscriberHasALineWithNumbersOrWithWhatIsMissing() throws Exception {
    List<RosBenchRow> told = new ArrayList<>();

    List<RosBenchRow> rows =
        bench(new RosBenchSettings(STREAM, 1, 0.1, 0.3, true)).run(() -> false, told::add);

    assertThat(rows).isEqualTo(told);
    assertThat(rows)
        .extracting(RosBenchRow::listener)
        .containsExactlyInAnyOrder("lookahead", "roscpp", "rospy");
    for (RosBenchRow row : rows) {
      row.missing().ifPresent(why -> System.out.println("not compared: " + why));
      assertThat(row.missing().isPresent()).as(row.toString()).isEqualTo(row.images() == 0);
    }
    assertThat(rows.get(0).images()).isPositive();
    assertThat(rows.get(0).heapBytesPerFrame().orElseThrow()).isPositive();
  }

  @Test
  void aStopLeavesNoTurnAndNoLine() throws Exception {
    List<RosBenchRow> rows =
        bench(new RosBenchSettings(STREAM, 5, 0, 60, false)).run(() -> true, row -> {});

    assertThat(rows).extracting(RosBenchRow::listener).doesNotContain("lookahead");
  }

  private RosBench bench(RosBenchSettings settings) {
    NodeSources sources =
        new NodeSources(InstantSource.system(), System::nanoTime, new SplittableRandom(1));
    return new RosBench(settings, sources, folder);
  }
}
