package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.config.ConfigLoader;
import dev.lookahead.config.ConfigText;
import dev.lookahead.planner.Returned;
import dev.lookahead.planner.cem.AxisGroup;
import dev.lookahead.planner.cem.CemConfig;
import dev.lookahead.planner.distribution.StdEstimate;
import dev.lookahead.planner.mpc.WarmStart;
import dev.lookahead.worldmodel.jepa.GoalCost;
import dev.lookahead.worldmodel.jepa.LatentDistance.Reduction;
import dev.lookahead.worldmodel.pose.EndEffector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The presets of published planners hold the published numbers. */
class PublishedPlanningTest {

  @TempDir Path folder;

  private final ConfigLoader presets = ConfigLoader.bundled();

  @ParameterizedTest
  @CsvSource({
    "lewm, 300, 30, 30, 25, 25",
    "dino-wm, 300, 30, 10, 25, 25",
    "jepa-wms, 300, 10, 30, 30, 30",
    "jepa-wms-droid, 300, 10, 15, 3, 3",
    "vjepa2-ac, 800, 10, 10, 1, 1"
  })
  void samplesElitesIterationsAndHorizonAreThePublishedOnes(
      String preset, int samples, int elites, int iterations, int horizon, int executed) {
    ControlSettings control = control(preset);
    CemConfig search = search(control);

    assertThat(search.samples()).isEqualTo(samples);
    assertThat(search.elites()).isEqualTo(elites);
    assertThat(search.iterations()).isEqualTo(iterations);
    assertThat(search.returned()).isEqualTo(Returned.FINAL_MEAN);
    assertThat(search.stdEstimate()).isEqualTo(StdEstimate.UNBIASED);
    assertThat(search.minStd()).isZero();
    assertThat(control.mpc().horizonSteps()).isEqualTo(horizon);
    assertThat(control.mpc().executeSteps()).isEqualTo(executed);
    assertThat(control.mpc().warmStart()).isEqualTo(WarmStart.NONE);
    assertThat(control.mpc().carriedElites()).isZero();
    assertThat(control.cost().aggregation()).isEqualTo(GoalCost.Aggregation.LAST_STEP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lewm", "dino-wm", "jepa-wms", "jepa-wms-droid", "vjepa2-ac"})
  void aPlannerCanBeChosenWithoutTheRestOfItsControl(String preset) {
    assertThat(presets.defaults(List.of("planner=" + preset), ControlSettings.class).planner())
        .isEqualTo(control(preset).planner());
    assertThat(evaluation("control.planner=" + preset).planner())
        .isEqualTo(control(preset).planner());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lewm", "dino-wm", "jepa-wms", "jepa-wms-droid", "vjepa2-ac"})
  void aPresetCanBeWrittenAndReadBack(String preset) throws IOException {
    ControlSettings control = control(preset);
    Path file = folder.resolve("control.yaml");
    Files.writeString(file, ConfigText.yaml(control));

    assertThat(presets.load("control", file.toString(), List.of(), ControlSettings.class))
        .isEqualTo(control);
  }

  @Test
  void energiesAreThePublishedOnes() {
    assertThat(control("lewm").cost()).isEqualTo(GoalCost.defaults());
    assertThat(control("vjepa2-ac").cost())
        .isEqualTo(new GoalCost(0, 1, 0, GoalCost.Aggregation.LAST_STEP, 1, Reduction.MEAN));
    for (String preset : List.of("dino-wm", "jepa-wms", "jepa-wms-droid")) {
      assertThat(control(preset).cost())
          .isEqualTo(new GoalCost(1, 0, 0, GoalCost.Aggregation.LAST_STEP, 1, Reduction.MEAN));
    }
  }

  @Test
  void theEndEffectorOfVJepa2MovesInABoxWithoutRotation() {
    List<AxisGroup> groups = search(control("vjepa2-ac")).groups();

    assertThat(groups)
        .containsExactly(
            new AxisGroup(
                EndEffector.AXES.subList(0, 3),
                0.075f,
                AxisGroup.Reach.BOX,
                0.075f,
                0,
                0.15f,
                0.75f,
                0),
            new AxisGroup(EndEffector.AXES.subList(3, 6), 0, AxisGroup.Reach.BOX, 0, 0, 0, 0, 0),
            new AxisGroup(
                List.of("gripper"), 0.75f, AxisGroup.Reach.BOX, 1, 0, 0.15f, 0.15f, 0.25f));
  }

  @Test
  void theEndEffectorOfJepaWmsMovesInABoxWithRotation() {
    List<AxisGroup> groups = search(control("jepa-wms-droid")).groups();

    assertThat(groups)
        .containsExactly(
            new AxisGroup(
                EndEffector.AXES.subList(0, 6), 0.1f, AxisGroup.Reach.BOX, 0.1f, 0, 0, 0, 0),
            new AxisGroup(List.of("gripper"), 0.75f, AxisGroup.Reach.BOX, 0.1f, 0, 0, 0, 0));
  }

  private ControlSettings control(String preset) {
    return evaluation("control=" + preset);
  }

  private ControlSettings evaluation(String change) {
    return presets
        .load("evaluation", "two-room", List.of(change), EvaluationExperiment.class)
        .control();
  }

  private static CemConfig search(ControlSettings control) {
    return ((PlannerChoice.CemChoice) control.planner()).search();
  }
}
