package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.wiring.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ConfigurationTest {

  private final RecordedContext recorded = new RecordedContext();

  @TempDir Path temporary;

  private record Walk(int steps, String name) {}

  @Command(name = "walk")
  private static final class WalkCommand {
    @Mixin private final Configuration configuration = new Configuration("walk");
  }

  @Test
  void aPresetAndItsChangesBecomeSettings() {
    assertThat(load(parse("short", "steps=3"))).isEqualTo(new Walk(3, "short"));
  }

  @Test
  void theSettingsCanBePrintedInsteadOfRun() {
    Configuration configuration = parse("short", "--print-config");

    assertThat(configuration.printed(load(configuration), recorded.context().terminal())).isTrue();
    assertThat(recorded.out()).isEqualTo("steps: 5\nname: short\n");
  }

  @Test
  void aRunStartsInItsFolder() throws IOException {
    Configuration configuration = parse("short", "--out", temporary.resolve("r").toString());

    try (RunFolder run =
        configuration.start("walk", load(configuration), Map.of(), recorded.context())) {
      assertThat(run.path()).isEqualTo(temporary.resolve("r/walk-short-20261121-103000"));
    }
  }

  @Test
  void withoutAPresetTheyAreListed() {
    assertThatThrownBy(() -> load(parse()))
        .isInstanceOf(LaunchFailure.class)
        .hasMessage("which preset? there are short");
  }

  private Walk load(Configuration configuration) {
    return configuration.load(recorded.context().presets(), Walk.class);
  }

  private static Configuration parse(String... arguments) {
    WalkCommand command = new WalkCommand();
    new CommandLine(command).parseArgs(arguments);
    return command.configuration;
  }
}
