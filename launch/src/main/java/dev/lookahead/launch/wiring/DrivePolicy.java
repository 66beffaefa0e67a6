package dev.lookahead.launch.wiring;

import dev.lookahead.planner.Policy;
import dev.lookahead.planner.mpc.SubgoalEvent;
import dev.lookahead.worldmodel.Observation;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Who plans for a drive: a policy in this process or in one of its own. */
interface DrivePolicy extends AutoCloseable {

  /**
   * Who is told what the policy does, on its thread.
   *
   * @param planned a search ended
   * @param progressed the way to the next goal went on
   */
  record Listeners(
      Consumer<? super DriveEvent.Planned> planned, Consumer<? super SubgoalEvent> progressed) {}

  /** The policy, without a goal yet. */
  Policy policy();

  /**
   * Makes planning as fast as it will be; to be called once, before the policy is.
   *
   * @param seen what to plan from, and to
   * @throws IOException if the planner fails
   */
  WarmUp warmUp(Observation seen) throws IOException, InterruptedException;

  /** Done when the policy has failed for good and the robot must be stopped; perhaps never. */
  CompletionStage<?> gaveUp();

  @Override
  void close();
}
