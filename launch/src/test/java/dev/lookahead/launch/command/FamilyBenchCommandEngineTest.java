package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FamilyBenchCommandEngineTest {

  private final RecordedContext recorded = new RecordedContext();

  @Test
  void everyPublishedModelIsCountedAtItsOwnSize() {
    assertThat(bench("--counts")).isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out())
        .contains("V-JEPA 2 ViT-g/16")
        .contains("1,012,")
        .contains("V-JEPA 2-AC predictor")
        .doesNotContain("one pass on");
  }

  @Test
  void aPassIsTimedAtAReducedSizeAgainstThePeak() {
    assertThat(bench("--only", "AC predictor", "--seconds", "0.01")).isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out())
        .contains("one pass on cpu")
        .contains("256 tokens")
        .containsPattern("\\d+%");
  }

  @Test
  void aModelNobodyPublishedIsRefusedWithTheOnesThereAre() {
    assertThat(bench("--only", "resnet")).isNotZero();
  }

  @Test
  void aPlanOfVJepa2AcIsTimedBesideThePublishedTime() {
    assertThat(bench("--plan", "10x1", "--seconds", "0.01")).isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out())
        .contains("on cpu", "four blocks of 192")
        .contains("10x1 samples x iterations")
        .containsPattern("\\d s \\(median of \\d+ plans\\)")
        .contains("published: 16 s for 800x10");
    assertThat(bench("--plan", "many")).isNotZero();
  }

  private int bench(String... arguments) {
    return new CommandLine(new FamilyBenchCommand(recorded.context())).execute(arguments);
  }
}
