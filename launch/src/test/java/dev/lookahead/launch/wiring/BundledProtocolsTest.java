package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.World;
import dev.lookahead.sim.evaluation.Protocol;
import dev.lookahead.sim.evaluation.StartGoal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundledProtocolsTest {

  private static World world(String name) {
    SimulatedWorld world =
        switch (name) {
          case "two-room" -> SimulatedWorld.TwoRoomWorld.defaults();
          case "forked-corridor" -> SimulatedWorld.ForkedCorridorWorld.defaults();
          default -> SimulatedWorld.PointMazeWorld.defaults();
        };
    return world.world();
  }

  @ParameterizedTest
  @CsvSource({
    "offset25, two-room, 50, 50",
    "cross_room, two-room, 50, 150",
    "random_cells, point-maze-u, 50, 300",
    "random_branches, forked-corridor, 50, 50"
  })
  void bundledProtocolsFitTheirWorldAndCanBeDrawnAnew(
      String name, String environment, int episodes, int budget) {
    BundledProtocols.Found found = BundledProtocols.find(name);
    Protocol protocol = found.protocol();
    assertThat(protocol.environment()).isEqualTo(environment);
    assertThat(protocol.episodes()).hasSize(episodes);
    assertThat(protocol.budgetSteps()).isEqualTo(budget);
    assertThat(found.note()).isNotEmpty();
    EmbeddedSimulator simulator = new EmbeddedSimulator(world(environment), Sensors.defaults(), 0);
    protocol.check(simulator);
    List<StartGoal> fresh = found.fresh().orElseThrow().draw(20, new SplittableRandom(1));
    protocol.withEpisodes(fresh).check(simulator);
    assertThat(fresh).hasSize(20).doesNotContainAnyElementsOf(protocol.episodes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"random_cells", "random_branches"})
  void drawnPairsAreThoseOfTheSeedInTheirNote(String name) {
    BundledProtocols.Found found = BundledProtocols.find(name);
    assertThat(found.note()).contains("seed 25");
    assertThat(found.fresh().orElseThrow().draw(50, new SplittableRandom(25)))
        .isEqualTo(found.protocol().episodes());
  }

  @Test
  void anUnknownNameIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> BundledProtocols.find("offset52"))
        .isInstanceOfSatisfying(
            LaunchFailure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage("no protocol 'offset52'; did you mean 'offset25'?");
  }

  @Test
  void aFileWithSeveralProtocolsIsReadByName(@TempDir Path folder) throws IOException {
    String one = "{\"budget_steps\": 5, \"episodes\": [{\"start\": [60, 60], \"goal\": [70, 70]}]}";
    Path file =
        Files.writeString(
            folder.resolve("own.json"),
            "{\"environment\": \"two-room\", \"protocols\": {\"near\": "
                + one
                + ", \"far\": "
                + one
                + "}}");
    assertThat(BundledProtocols.find(file + "#far").protocol().name()).isEqualTo("far");
    assertThat(BundledProtocols.find(file + "#far").fresh()).isEmpty();
    assertThatThrownBy(() -> BundledProtocols.find(file.toString()))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("holds the protocols near, far");
    assertThatThrownBy(() -> BundledProtocols.find(file + "#fat"))
        .hasMessageContaining("no protocol 'fat' in " + file + "; did you mean 'far'?");
  }
}
