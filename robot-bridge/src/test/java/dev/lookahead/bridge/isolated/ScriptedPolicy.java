package dev.lookahead.bridge.isolated;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Plans the stamp in seconds and what it was told was executed, for three steps; notes its calls.
 */
public final class ScriptedPolicy implements Policy {

  public final List<String> calls = new CopyOnWriteArrayList<>();
  public volatile @Nullable Runnable inAct;
  private float executed;
  private volatile Foresight foresight = Foresight.none();

  @Override
  public Optional<Action> act(Observation now) {
    calls.add("act");
    Runnable first = inAct;
    if (first != null) {
      first.run();
    }
    float value = now.stampNanos() / 1e9f + executed;
    foresight =
        new Foresight(
            Optional.of(new ActionSequence(3, 1, new float[] {value, value / 2, value / 3})),
            value,
            4);
    return Optional.of(new Action(value));
  }

  @Override
  public void observe(Observation now) {
    calls.add("observe");
    foresight = Foresight.none();
  }

  @Override
  public void executed(Action action) {
    calls.add("executed");
    executed = action.get(0);
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
    return foresight;
  }
}
