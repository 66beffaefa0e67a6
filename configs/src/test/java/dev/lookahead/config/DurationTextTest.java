package dev.lookahead.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationTextTest {

  @Test
  void unitsAreUnderstood() {
    assertThat(DurationText.parse("20ms")).contains(Duration.ofMillis(20));
    assertThat(DurationText.parse("1.5 s")).contains(Duration.ofMillis(1500));
    assertThat(DurationText.parse("2h")).contains(Duration.ofHours(2));
    assertThat(DurationText.parse("999999999999999h"))
        .contains(Duration.ofHours(999_999_999_999_999L));
  }

  @Test
  void aNumberWithoutUnitOrWithASignIsNone() {
    assertThat(DurationText.parse("20")).isEmpty();
    assertThat(DurationText.parse("-1s")).isEmpty();
    assertThat(DurationText.parse("1fortnight")).isEmpty();
    assertThat(DurationText.parse("99999999999999999s")).isEmpty();
  }

  @Test
  void formattingPicksTheLargestWholeUnit() {
    assertThat(DurationText.format(Duration.ofMillis(1500))).isEqualTo("1500ms");
    assertThat(DurationText.format(Duration.ofMinutes(90))).isEqualTo("90min");
    assertThat(DurationText.format(Duration.ZERO)).isEqualTo("0s");
  }
}
