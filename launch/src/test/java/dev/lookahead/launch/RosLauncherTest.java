package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that roslaunch starts as a node. */
class RosLauncherTest {

  @TempDir Path folder;

  @Test
  void whatRoslaunchSaysReachesTheProgramAsItIs() throws Exception {
    RosPackage.of(folder, "printf '%s\\n' \"$@\"");

    Ended ended =
        launch(folder, "run", "two-room", "image:=/front/image", "__name:=planner", "_note:=a b");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.said().lines())
        .containsExactly("run", "two-room", "image:=/front/image", "__name:=planner", "_note:=a b");
  }

  @Test
  void theExitCodeIsThatOfTheProgram() throws Exception {
    RosPackage.of(folder, "exit 6");

    assertThat(launch(folder, "run").exitCode()).isEqualTo(6);
  }

  @Test
  void withoutAProgramItSaysWhereOneWasExpectedAndWhatToSet() throws Exception {
    Ended ended = launch(folder, "run");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.said())
        .contains("expected the program at " + folder + "/launch/bin/lookahead")
        .contains("Set LOOKAHEAD_HOME");
  }

  private record Ended(int exitCode, String said) {}

  private static Ended launch(Path home, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(RosPackage.launcher().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LOOKAHEAD_HOME", home.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }
}
