package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.ros1.SimRobotNode;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A simulated world as a robot of a ROS 1 graph. */
public final class SimRobotRun {

  private SimRobotRun() {}

  /**
   * Lives until told to stop, or shut down by the graph.
   *
   * @param node borrowed, not closed
   */
  public static void run(
      SimRobotExperiment experiment, ConnectedNode node, RosGraph graph, BooleanSupplier stop)
      throws InterruptedException {
    if (experiment.clock()) {
      node.getParameterTree().set("/use_sim_time", true);
    }
    Simulator simulator =
        new EmbeddedSimulator(
            experiment.world().world(),
            new Sensors(experiment.frameSize(), List.of()),
            experiment.seed());
    new SimRobotNode(node, simulator, experiment.settings(), graph.nanos()).run(stop);
  }
}
