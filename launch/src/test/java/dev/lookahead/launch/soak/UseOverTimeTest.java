package dev.lookahead.launch.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.sim.fault.ProcessUse;
import org.junit.jupiter.api.Test;

class UseOverTimeTest {

  @Test
  void theSlopeIsThatOfTheLineThroughAllLooks() {
    UseOverTime use = new UseOverTime();
    for (int second = 0; second < 100; second++) {
      // 2 KiB a second with noise that has no slope.
      use.add(second, new ProcessUse(5, 9, 100_000 + 2 * second + (second % 2) * 10));
    }
    assertThat(use.mebibytesPerHour()).isCloseTo(2 * 3600 / 1024.0, within(0.05));
  }

  @Test
  void growthComparesTheLastThirdWithTheFirst() {
    UseOverTime use = new UseOverTime();
    for (int look = 0; look < 9; look++) {
      use.add(look, new ProcessUse(look < 6 ? 5 : 7, look == 4 ? 50 : 9, 1));
    }
    assertThat(use.growth(ProcessUse::threads)).isEqualTo(2);
    assertThat(use.growth(ProcessUse::descriptors)).isZero();
    assertThat(use.least(ProcessUse::descriptors)).isEqualTo(9);
    assertThat(use.most(ProcessUse::descriptors)).isEqualTo(50);
  }
}
