package dev.lookahead.launch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.report.JsonText;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BenchRowTest {

  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void asJsonWhatWasNotMeasuredIsNull() {
    BenchRow row =
        new BenchRow(
            "loader",
            "64 clips",
            1,
            5,
            new Quantiles(1, 2, 3),
            32_000,
            "clips",
            NONE,
            NONE,
            OptionalDouble.of(0.5),
            NONE,
            NONE);
    assertThat(JsonText.line(row))
        .contains("\"gflops\":null")
        .contains("\"share\":0.5")
        .contains("\"median\":2.0");
  }
}
