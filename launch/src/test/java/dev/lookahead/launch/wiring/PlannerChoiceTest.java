package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.config.ConfigException;
import dev.lookahead.config.ConfigLoader;
import dev.lookahead.config.ConfigText;
import dev.lookahead.planner.cem.Cem;
import dev.lookahead.planner.mppi.Mppi;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerChoiceTest {

  private final ConfigLoader presets = ConfigLoader.bundled();

  private ControlSettings control(String... settings) {
    return presets.defaults(List.of(settings), ControlSettings.class);
  }

  @Test
  void aPlannerIsChosenByAPresetOrByItsSettings() {
    assertThat(control().planner().name()).isEqualTo("iCEM");
    assertThat(control("planner=cem-300").planner().planner()).isInstanceOf(Cem.class);
    PlannerChoice mppi = control("planner={type: mppi, search: {samples: 64}}").planner();
    assertThat(mppi.planner()).isInstanceOf(Mppi.class);
    assertThat(mppi)
        .isInstanceOfSatisfying(
            PlannerChoice.MppiChoice.class, m -> assertThat(m.search().samples()).isEqualTo(64));
    assertThat(control("planner.type=shooting").planner().name()).isEqualTo("random shooting");
  }

  @Test
  void anUnknownPlannerIsRefusedWithTheChoices() {
    assertThatThrownBy(() -> control("planner.type=cme"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("one of cem, icem, mppi, shooting");
  }

  @Test
  void everyEvaluationPresetFitsItsWorldItsProtocolAndItsModel() {
    assertThat(presets.presets("evaluation")).isNotEmpty();
    for (String name : presets.presets("evaluation")) {
      EvaluationExperiment experiment =
          presets.load("evaluation", name, List.of(), EvaluationExperiment.class);
      assertThat(BundledProtocols.find(experiment.protocol()).protocol().environment())
          .isEqualTo(experiment.world().world().name());
      assertThat(ConfigText.yaml(experiment)).contains("protocol: " + experiment.protocol());
      // A model of the forked corridor is trained by who wants one.
      boolean bundled = !(experiment.world() instanceof SimulatedWorld.ForkedCorridorWorld);
      EvaluationExperiment runnable =
          presets.load(
              "evaluation",
              name,
              bundled ? List.of() : List.of("policy=expert"),
              EvaluationExperiment.class);
      assertThatCode(
              () ->
                  new EvaluationRun(
                      runnable, RosGraph.local(InstantSource.system(), System::nanoTime)))
          .doesNotThrowAnyException();
    }
  }
}
