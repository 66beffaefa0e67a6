package dev.lookahead.bridge.isolated;

import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.Policy;
import dev.lookahead.planner.mpc.MpcEvent;
import dev.lookahead.planner.mpc.SubgoalEvent;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The planner's side: has a policy take the turns that come, and tells what comes of them. Thread:
 * that of {@link #run} is the policy's; {@link #beat} is called from another.
 */
public final class PlannerHost {

  private final PlannerWire wire;
  private Policy policy = now -> Optional.empty();
  private Foresight told = Foresight.none();
  private long serial;

  /** A host without a policy. */
  public PlannerHost(PlannerWire wire) {
    this.wire = wire;
  }

  /**
   * Greets, and serves until the other side closes.
   *
   * @param modelHash SHA-256 of the weights that the policy plans with
   * @param policy should tell its events to {@link #planned} and {@link #progressed}
   * @param warmUp makes planning as fast as it will be
   * @throws IOException if the other side sends what is no message, or is gone
   */
  public void run(
      String modelHash, Policy policy, Function<Observation, PlannerMessage.Ready> warmUp)
      throws IOException {
    this.policy = policy;
    wire.write(new PlannerMessage.Hello(PlannerWire.VERSION, modelHash));
    for (Optional<PlannerMessage> next = wire.read(); next.isPresent(); next = wire.read()) {
      PlannerMessage message = next.get();
      if (message instanceof PlannerMessage.Step step) {
        wire.write(taken(step));
      } else if (message instanceof PlannerMessage.WarmUp begin) {
        wire.write(warmUp.apply(begin.seen()));
      } else {
        throw new WireException(
            "a planner is told steps, found " + message.getClass().getSimpleName());
      }
    }
  }

  private PlannerMessage taken(PlannerMessage.Step step) {
    serial = step.serial();
    told = Foresight.none();
    try {
      step.executed().ifPresent(policy::executed);
      step.goals().ifPresent(policy::pursue);
      if (step.forget()) {
        policy.forget();
      }
      if (step.interrupt()) {
        policy.interrupt();
      }
      if (!step.asked()) {
        policy.observe(step.seen());
        return new PlannerMessage.Answer(serial, Optional.empty(), Foresight.none());
      }
      Optional<Action> wanted = policy.act(step.seen());
      return new PlannerMessage.Answer(serial, wanted, policy.foresight());
    } catch (UncheckedIOException gone) {
      throw gone;
    } catch (RuntimeException | Error e) {
      // Also errors: a device out of memory must not end the turns, as in the loop's own process.
      return new PlannerMessage.Failed(serial, String.valueOf(e));
    }
  }

  /** Tells that this process runs. */
  public void beat() throws IOException {
    wire.write(new PlannerMessage.Heartbeat());
  }

  /** Tells what the policy does; on its thread. */
  public void planned(MpcEvent event) {
    if (event instanceof MpcEvent.Planned made) {
      tell(
          new PlannerMessage.Planned(
              made.currentDistance(), made.plan().cost(), made.totalNanos()));
    } else if (event instanceof MpcEvent.Planning) {
      Foresight soFar = policy.foresight();
      if (soFar.actions().isPresent() && !soFar.equals(told)) {
        told = soFar;
        tell(new PlannerMessage.Improved(serial, soFar));
      }
    }
  }

  /** Tells the way to the next goal; on the policy's thread. */
  public void progressed(SubgoalEvent event) {
    tell(new PlannerMessage.Progress(event));
  }

  private void tell(PlannerMessage message) {
    try {
      wire.write(message);
    } catch (IOException e) {
      throw new UncheckedIOException("the loop's process is gone", e);
    }
  }
}
