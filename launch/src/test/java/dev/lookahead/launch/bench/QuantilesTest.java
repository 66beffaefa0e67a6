package dev.lookahead.launch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void theyAreNearestRanksInAnyOrder() {
    List<Double> values = IntStream.range(0, 100).mapToObj(i -> (double) (99 - i)).toList();
    assertThat(Quantiles.of(values)).isEqualTo(new Quantiles(10, 50, 90));
  }

  @Test
  void oneValueIsAllOfThem() {
    assertThat(Quantiles.of(List.of(3.0))).isEqualTo(new Quantiles(3, 3, 3));
  }
}
