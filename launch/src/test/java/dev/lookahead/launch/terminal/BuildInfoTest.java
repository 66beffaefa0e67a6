package dev.lookahead.launch.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildInfoTest {

  @Test
  void theBuildFillsInEveryValue() {
    BuildInfo build = BuildInfo.load();

    assertThat(build.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(build.commit()).isNotEmpty().doesNotContain("$");
    assertThat(build.djl()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(build.torch()).matches("\\d+\\.\\d+\\.\\d+");
  }
}
