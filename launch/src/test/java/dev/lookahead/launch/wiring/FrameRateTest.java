package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.launch.RateOfBundle;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.worldmodel.checkpoint.BundleManifest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameRateTest {

  private static final long TEN_PER_SECOND = 100_000_000;

  @TempDir Path temporary;

  private static BundleManifest manifest(Path bundle) {
    return LoadedModel.read(bundle).bundle().manifest();
  }

  @Test
  void anotherRateIsRefusedWithBothAndWhatToDo() throws IOException {
    BundleManifest model = manifest(RateOfBundle.of(temporary, TEN_PER_SECOND));
    assertThatThrownBy(
            () -> FrameRate.require(model, 200_000_000, "this robot", false, "slow down"))
        .isInstanceOfSatisfying(
            LaunchFailure.class,
            refused -> {
              assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
              assertThat(refused.advice())
                  .isEqualTo("slow down; to do it all the same, say anyRate=true");
            })
        .hasMessage("the model learned at 10.000 frames per second, this robot has 5.000");
    FrameRate.require(model, 200_000_000, "this robot", true, "slow down");
  }

  @Test
  void aRateIsTheSameWithinTwoPercent() throws IOException {
    BundleManifest model = manifest(RateOfBundle.of(temporary, TEN_PER_SECOND));
    assertThat(FrameRate.other(model, TEN_PER_SECOND, "it")).isEmpty();
    assertThat(FrameRate.other(model, 102_000_000, "it")).isEmpty();
    assertThat(FrameRate.other(model, 103_000_000, "it")).isPresent();
    assertThat(FrameRate.other(model, 97_000_000, "it")).isPresent();
  }

  @Test
  void aModelThatDoesNotKnowItsRateFitsEverywhere() throws IOException {
    BundleManifest model = manifest(RateOfBundle.unknown(temporary));
    assertThat(model.framePeriodNanos()).isEmpty();
    assertThat(FrameRate.other(model, 1, "it")).isEmpty();
  }
}
