package dev.lookahead.worldmodel.objective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.evaluation.CollapseCheck;
import dev.lookahead.worldmodel.evaluation.CollapseReport;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.TinyJepa;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import org.junit.jupiter.api.Test;

class AntiCollapseEngineTest {

  private static final int STEPS = 250;

  @Test
  void predictionAloneCollapses() {
    CollapseReport report = train(ObjectiveWeights.predictionOnly(), TargetEncoder.ONLINE);
    assertThat(report.collapsed()).as("%s", report).isTrue();
  }

  @Test
  void aMovingAverageTargetDoesNotCollapse() {
    CollapseReport report = train(ObjectiveWeights.predictionOnly(), TargetEncoder.AVERAGED);
    assertThat(report.collapsed()).as("%s", report).isFalse();
  }

  @Test
  void sigRegDoesNotCollapse() {
    CollapseReport report = train(ObjectiveWeights.leWm(), TargetEncoder.ONLINE);
    assertThat(report.collapsed()).as("%s", report).isFalse();
  }

  @Test
  void vicRegWithTimeSimilarityAndInverseDynamicsDoesNotCollapse() {
    CollapseReport report = train(ObjectiveWeights.vicReg(), TargetEncoder.ONLINE);
    assertThat(report.collapsed()).as("%s", report).isFalse();
  }

  private static CollapseReport train(ObjectiveWeights weights, TargetEncoder target) {
    JepaObjective objective =
        new JepaObjective(
            new Jepa(TinyJepa.normalized()), ObjectiveSettings.of(weights, target), 16, 4);
    ObjectiveRun run = new ObjectiveRun(new TorchScriptEngine(), objective, false);
    ObjectiveRun.Result trained = run.train(STEPS, 3e-3f, MomentumSchedule.over(STEPS));
    return CollapseCheck.defaults().check(run.latents(trained.parameters(), 256), TinyJepa.WIDTH);
  }
}
