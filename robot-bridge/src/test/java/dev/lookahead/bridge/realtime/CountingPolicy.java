package dev.lookahead.bridge.realtime;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans 0.1, 0.11, 0.12, ... at its first call, 0.2, 0.21, ... at its second, and so on to 0.9. */
final class CountingPolicy implements Policy {

  final List<String> calls = new ArrayList<>();
  @Nullable RuntimeException failure;
  Optional<Float> bestSoFar = Optional.empty();
  private int plans;
  private Foresight foresight = Foresight.none();

  @Override
  public Optional<Action> act(Observation now) {
    calls.add("act");
    if (failure != null) {
      throw failure;
    }
    int plan = plans++ % 9 + 1;
    float[] values = new float[8];
    for (int step = 0; step < values.length; step++) {
      values[step] = (10 * plan + step) / 100f;
    }
    foresight =
        new Foresight(Optional.of(new ActionSequence(values.length, 1, values)), plan, plan);
    return Optional.of(new Action(values[0]));
  }

  @Override
  public void observe(Observation now) {
    calls.add("observe");
  }

  @Override
  public void executed(Action action) {
    calls.add("executed " + action.get(0));
  }

  @Override
  public void pursue(List<Goal> goals) {
    calls.add("pursue " + goals.size());
  }

  @Override
  public void interrupt() {
    calls.add("interrupt");
  }

  @Override
  public void forget() {
    calls.add("forget");
  }

  @Override
  public Foresight foresight() {
    return bestSoFar
        .map(
            value ->
                new Foresight(Optional.of(new ActionSequence(1, 1, new float[] {value})), 1, 1))
        .orElse(foresight);
  }
}
