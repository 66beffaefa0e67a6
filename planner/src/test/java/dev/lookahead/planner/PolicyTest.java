package dev.lookahead.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.planner.toy.PointWorld;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Observation;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyTest {

  @Test
  void aPolicyWithoutMemoryIsAFunction() {
    Policy policy = now -> Optional.of(new Action(now.frame().sample(0, 0, 0), 0));
    Observation left = PointWorld.observation(0, 0);
    policy.observe(PointWorld.observation(1, 1));
    policy.executed(new Action(1, 1));

    assertThat(policy.act(left)).contains(new Action(0, 0));
  }
}
