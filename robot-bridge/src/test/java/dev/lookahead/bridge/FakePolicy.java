package dev.lookahead.bridge;

import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Wants what it is told to, and remembers how it was called. */
final class FakePolicy implements Policy {

  final List<String> calls = new ArrayList<>();
  Optional<Action> wanted = Optional.of(new Action(0.5f));
  @Nullable RuntimeException failure;
  Runnable whilePlanning = () -> {};
  private final AtomicLong clock;

  FakePolicy(AtomicLong clock) {
    this.clock = clock;
  }

  @Override
  public Optional<Action> act(Observation now) {
    calls.add("act " + now.stampNanos());
    clock.addAndGet(7);
    whilePlanning.run();
    fail();
    return wanted;
  }

  @Override
  public void observe(Observation now) {
    calls.add("observe " + now.stampNanos());
    whilePlanning.run();
    fail();
  }

  @Override
  public void executed(Action action) {
    calls.add("executed " + action.get(0));
  }

  private void fail() {
    if (failure != null) {
      throw failure;
    }
  }
}
