package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.command.LaunchContext;
import dev.lookahead.launch.command.RecordedContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void errorsAreReportedLikeExceptions(@TempDir Path folder) {
    LaunchContext given = recorded.context();
    LaunchContext exhausted =
        new LaunchContext(
            given.terminal(),
            given.output(),
            given.presets(),
            given.interrupt(),
            given.build(),
            given.clock(),
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });

    int code =
        Main.execute(
            exhausted,
            "collect",
            "two-room",
            "folder=" + folder.resolve("data"),
            "--out=" + folder.resolve("runs"));

    assertThat(code).isEqualTo(1);
    assertThat(recorded.err())
        .contains("out of memory: Java heap space")
        .contains("LOOKAHEAD_JAVA_OPTS=-Xmx4g")
        .doesNotContain("\tat ");
  }

  private int run(String... arguments) {
    return Main.execute(recorded.context(), arguments);
  }
}
