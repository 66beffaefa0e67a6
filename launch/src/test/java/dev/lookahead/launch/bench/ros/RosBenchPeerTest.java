package dev.lookahead.launch.bench.ros;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.launch.bench.ros.RosBenchSettings.PublisherLibrary;
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

    RosBenchResult result = bench(settings(PublisherLibrary.ROSCPP)).run(() -> false, told::add);
    List<RosBenchRow> rows = result.rows();

    Conditions conditions = result.conditions();
    assertThat(conditions.publisher())
        .isEqualTo(conditions.whyNotRoscpp().isPresent() ? "lookahead" : "roscpp");
    assertThat(conditions.text())
        .contains("load average", "published by " + conditions.publisher());

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
  void ourOwnPublisherServesAllOfThemAsWell() throws Exception {
    RosBenchResult result = bench(settings(PublisherLibrary.LOOKAHEAD)).run(() -> false, row -> {});

    assertThat(result.conditions().publisher()).isEqualTo("lookahead");
    assertThat(result.conditions().whyNotRoscpp()).isEmpty();
    assertThat(result.rows())
        .allSatisfy(row -> assertThat(row.missing().isPresent()).isEqualTo(row.images() == 0));
  }

  private static RosBenchSettings settings(PublisherLibrary publisher) {
    return new RosBenchSettings(STREAM, 1, 0.1, 0.3, publisher, true);
  }

  @Test
  void aStopLeavesNoTurnAndNoLine() throws Exception {
    RosBenchSettings hours =
        new RosBenchSettings(STREAM, 5, 0, 60, PublisherLibrary.LOOKAHEAD, false);

    RosBenchResult result = bench(hours).run(() -> true, row -> {});

    assertThat(result.rows()).extracting(RosBenchRow::listener).doesNotContain("lookahead");
  }

  private RosBench bench(RosBenchSettings settings) {
    NodeSources sources =
        new NodeSources(InstantSource.system(), System::nanoTime, new SplittableRandom(1));
    return new RosBench(settings, sources, folder);
  }
}
