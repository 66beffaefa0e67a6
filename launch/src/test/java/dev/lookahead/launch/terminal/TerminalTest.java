package dev.lookahead.launch.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void coloursNeedATerminalThatWantsThem() {
    assertThat(terminal(Map.of("TERM", "xterm"), true).color()).isTrue();
    assertThat(terminal(Map.of("TERM", "xterm"), false).color()).isFalse();
    assertThat(terminal(Map.of("NO_COLOR", "1"), true).color()).isFalse();
    assertThat(terminal(Map.of("NO_COLOR", ""), true).color()).isTrue();
    assertThat(terminal(Map.of("TERM", "dumb"), true).interactive()).isFalse();
  }

  @Test
  void textStaysPlainWithoutColours() {
    assertThat(terminal(Map.of(), false).alarm("error:")).isEqualTo("error:");
    assertThat(terminal(Map.of(), true).alarm("error:")).isEqualTo("\u001b[1;31merror:\u001b[0m");
  }

  private static Terminal terminal(Map<String, String> environment, boolean console) {
    return Terminal.of(System.out, System.err, environment, console);
  }
}
