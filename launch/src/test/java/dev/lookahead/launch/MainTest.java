package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.command.RecordedContext;
import org.junit.jupiter.api.Test;

class MainTest {

  private final RecordedContext recorded = new RecordedContext();

  @Test
  void helpListsTheVerbs() {
    assertThat(run("--help")).isZero();
    assertThat(recorded.out()).contains("doctor").contains("--json");
    assertThat(recorded.err()).isEmpty();
  }

  @Test
  void everyVerbHasHelpWithExamples() {
    for (String verb : Main.verbNames(recorded.context())) {
      RecordedContext fresh = new RecordedContext();
      assertThat(Main.execute(fresh.context(), verb, "--help")).isZero();
      assertThat(fresh.out()).contains("Examples:").contains("lookahead " + verb);
    }
  }

  @Test
  void theVersionNamesProgramEngineAndJava() {
    assertThat(run("--version")).isZero();
    assertThat(recorded.out()).contains("Lookahead ").contains("PyTorch 2.").contains("Java ");
  }

  @Test
  void withoutAVerbNothingIsDone() {
    assertThat(run()).isEqualTo(2);
    assertThat(recorded.err()).contains("which verb?");
  }

  @Test
  void aMisspelledVerbIsRefusedWithTheNearest() {
    assertThat(run("docter")).isEqualTo(2);
    assertThat(recorded.err()).contains("'docter'").contains("lookahead doctor");
  }

  @Test
  void aMisspelledOptionIsRefusedWithTheNearest() {
    assertThat(run("doctor", "--jsn")).isEqualTo(2);
    assertThat(recorded.err()).contains("--jsn").contains("--json");
  }

  @Test
  void misuseIsReportedAsJsonToo() {
    assertThat(run("--json", "docter")).isEqualTo(2);
    assertThat(recorded.out()).contains("\"kind\" : \"usage\"").contains("\"code\" : 2");
  }

  private int run(String... arguments) {
    return Main.execute(recorded.context(), arguments);
  }
}
