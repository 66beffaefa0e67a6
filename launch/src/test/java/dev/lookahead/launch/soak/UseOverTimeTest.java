package dev.lookahead.launch.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.sim.fault.ProcessUse;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UseOverTimeTest {

  private static ProcessUse resident(int kibibytes) {
    return new ProcessUse(5, 9, kibibytes);
  }

  @Test
  void aLeakIsFoundUnderTheBreathingOfTheCompiler() {
    UseOverTime use = new UseOverTime();
    SplittableRandom random = new SplittableRandom(1);
    for (int second = 0; second < 1_800; second++) {
      int borrowed = random.nextInt(5) == 0 ? 4_096 : 0;
      use.add(second, resident(500_000 + 2 * second + borrowed));
    }
    assertThat(use.mebibytesPerHour()).isCloseTo(2 * 3_600 / 1_024.0, within(0.01));
  }

  @Test
  void pagesThatAreKeptForAFewMinutesAreNoLeak() {
    UseOverTime use = new UseOverTime();
    for (int second = 0; second < 1_800; second++) {
      boolean kept = second >= 1_200 && second < 1_500;
      use.add(second, resident(500_000 + (kept ? 4_096 : 0)));
    }
    assertThat(use.mebibytesPerHour()).isZero();
  }

  @Test
  void daysAreJudgedAsMinutesAre() {
    UseOverTime use = new UseOverTime();
    for (int second = 0; second < 200_000; second += 20) {
      use.add(second, resident(500_000 + second / 10));
    }
    assertThat(use.mebibytesPerHour()).isCloseTo(360 / 1_024.0, within(0.01));
  }

  @Test
  void growthComparesTheLastThirdWithTheFirst() {
    UseOverTime use = new UseOverTime();
    for (int look = 0; look < 9; look++) {
      use.add(60 * look, new ProcessUse(look < 6 ? 5 : 7, look == 4 ? 50 : 9, 1));
    }
    assertThat(use.growth(ProcessUse::threads)).isEqualTo(2);
    assertThat(use.growth(ProcessUse::descriptors)).isZero();
    assertThat(use.least(ProcessUse::descriptors)).isEqualTo(9);
    assertThat(use.most(ProcessUse::descriptors)).isEqualTo(50);
  }
}
