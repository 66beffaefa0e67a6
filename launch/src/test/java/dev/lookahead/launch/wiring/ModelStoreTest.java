package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.sim.World;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {

  @ParameterizedTest
  @ValueSource(strings = {"two-room", "point-maze-u"})
  void bundledModelsAreFoundByNameAndFitTheirWorld(String name) throws IOException {
    World world =
        (name.equals("two-room")
                ? SimulatedWorld.TwoRoomWorld.defaults()
                : SimulatedWorld.PointMazeWorld.defaults())
            .world();
    Path directory = ModelStore.find(name);
    LoadedModel model = LoadedModel.read(directory, world.actionSpace());
    assertThat(model.parameterCount()).isPositive();
    assertThat(model.bundle().weightsSha256()).hasSize(64);
    assertThat(ModelStore.find(directory.toString())).isEqualTo(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"three-room", "../two-room", "", "Two Room"})
  void aModelThatDoesNotExistIsRefused(String name, @TempDir Path empty) {
    String reference = name.isEmpty() ? empty.toString() : name;
    assertThatThrownBy(() -> ModelStore.find(reference))
        .isInstanceOfSatisfying(
            LaunchFailure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.MODEL))
        .hasMessageContaining("there is no model '" + reference + "'");
  }

  @Test
  void aModelForAnotherRobotIsRefusedWithBothSpaces() throws IOException {
    ActionSpace arm = new ActionSpace(List.of(new ActionAxis("shoulder", "rad/s", -2, 2)));
    Path directory = ModelStore.find("two-room");
    assertThatThrownBy(() -> LoadedModel.read(directory, arm))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("shoulder")
        .hasMessageContaining("5 px/step");
  }
}
