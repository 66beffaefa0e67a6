package dev.lookahead.sim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

  /** Reference values of statsmodels' {@code proportion_confint(method="wilson")}. */
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.2775327998628892",
    "10, 10, 0.7224672001371106, 1",
    "1, 2, 0.09453120573423071, 0.9054687942657693",
    "13, 50, 0.1587152749355239, 0.39553157264848837",
    "45, 50, 0.7863976856252035, 0.9565242350681097",
    "48, 50, 0.8653990931249298, 0.9889611156723801"
  })
  void agreesWithReferenceValues(int successes, int trials, double low, double high) {
    WilsonInterval interval = WilsonInterval.of(successes, trials);
    assertThat(interval.low()).isCloseTo(low, within(1e-12));
    assertThat(interval.high()).isCloseTo(high, within(1e-12));
  }

  @Test
  void moreTrialsMakeItNarrower() {
    WilsonInterval few = WilsonInterval.of(9, 10);
    WilsonInterval many = WilsonInterval.of(900, 1000);
    assertThat(many.high() - many.low()).isLessThan((few.high() - few.low()) / 5);
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatThrownBy(() -> WilsonInterval.of(3, 2)).hasMessageContaining("got 3 of 2");
    assertThatThrownBy(() -> WilsonInterval.of(0, 0)).hasMessageContaining("got 0 of 0");
    assertThatThrownBy(() -> new SuccessRate(-1, 2)).hasMessageContaining("got -1 of 2");
  }
}
