package dev.lookahead.launch.bench.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RosBenchRowTest {

  private static final ImageStream STREAM = new ImageStream(640, 480, 60);

  @Test
  void theRatioIsTheMiddleOfTheRoundsSoOneBadRoundDoesNotCount() {
    List<Slice> ours = List.of(turn(1.2, 0, 400), turn(90, 3, 500), turn(1.4, 0, 600));
    List<Slice> roscpp = List.of(turn(1, 0, 0), turn(1, 0, 0), turn(1, 0, 0));

    RosBenchRow row = RosBenchRow.of(STREAM, "lookahead", ours, roscpp);

    assertThat(row.timesRoscpp().orElseThrow()).isCloseTo(1.4, within(0.01));
    assertThat(row.medianMillis().orElseThrow()).isCloseTo(1.4, within(0.01));
    assertThat(row.p99Millis().orElseThrow()).isCloseTo(90, within(0.1));
    assertThat(row.images()).isEqualTo(30);
    assertThat(row.dropped()).isEqualTo(3);
    assertThat(row.heapBytesPerFrame()).hasValue(500);
  }

  @Test
  void withoutRoscppThereIsNoRatio() {
    RosBenchRow row = RosBenchRow.of(STREAM, "lookahead", List.of(turn(1, 0, 0)), List.of());

    assertThat(row.timesRoscpp()).isEmpty();
    assertThat(RosBenchTable.line(row)).contains("640x480@60", "lookahead", "1.00").contains("5%");
  }

  @Test
  void aPeerThatIsNotInstalledHasALineThatSaysWhy() {
    RosBenchRow row = RosBenchRow.missing(STREAM, "roscpp", "no g++ (apt-get install g++)");

    assertThat(RosBenchTable.line(row)).endsWith("no g++ (apt-get install g++)");
    assertThat(row.medianMillis()).isEmpty();
  }

  private static Slice turn(double millis, long dropped, double heapBytes) {
    return new Slice(
        Collections.nCopies(10, (long) (millis * 1e6)),
        dropped,
        0.05,
        OptionalDouble.of(heapBytes));
  }
}
