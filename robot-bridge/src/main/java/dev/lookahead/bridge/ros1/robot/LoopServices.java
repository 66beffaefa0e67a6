package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.ros1.msg.std_srvs.SetBool;
import dev.lookahead.bridge.ros1.msg.std_srvs.SetBoolResponse;
import dev.lookahead.bridge.ros1.msg.std_srvs.Trigger;
import dev.lookahead.bridge.ros1.msg.std_srvs.TriggerResponse;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.ServiceServer;
import java.util.List;

/**
 * What people may ask of a running loop: {@code ~arm} ({@code std_srvs/SetBool}), {@code ~stop} and
 * {@code ~set_goal} ({@code std_srvs/Trigger}; the goal is what the camera sees now). Requests come
 * on threads of the node.
 */
public final class LoopServices implements AutoCloseable {

  private final List<ServiceServer> servers;

  /** What the services act on. */
  public interface Loop {

    /**
     * Signals, and tells what came of it.
     *
     * @return empty if it took effect, else why not
     */
    String signal(SafetySignal signal);

    /**
     * Makes what the camera sees now the goal.
     *
     * @return empty if that was possible, else why not
     */
    String setGoal();
  }

  /** Serves a loop. */
  public LoopServices(ConnectedNode node, Loop loop) {
    this.servers =
        List.of(
            node.newServiceServer(
                "~arm",
                SetBool.TYPE,
                request -> {
                  String refusal =
                      loop.signal(request.data() ? SafetySignal.ARM : SafetySignal.DISARM);
                  return SetBoolResponse.of(refusal.isEmpty(), refusal);
                }),
            node.newServiceServer(
                "~stop", Trigger.TYPE, request -> answer(loop.signal(SafetySignal.STOP))),
            node.newServiceServer("~set_goal", Trigger.TYPE, request -> answer(loop.setGoal())));
  }

  private static TriggerResponse answer(String refusal) {
    return TriggerResponse.of(refusal.isEmpty(), refusal);
  }

  @Override
  public void close() {
    servers.forEach(ServiceServer::close);
  }
}
