package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.camera.ImageView;
import dev.lookahead.bridge.realtime.RealTimeLoop;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.robot.RosRobot;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.WorldModelSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The goals of a drive, wherever they come from: settings, a topic, or what the camera sees now.
 * Whatever comes last replaces what was there. Thread: any.
 */
final class DriveGoals {

  private static final Logger LOG = LoggerFactory.getLogger(DriveGoals.class);

  private final RosRobot robot;
  private final WorldModelSpec spec;
  private final RealTimeLoop loop;

  DriveGoals(RosRobot robot, WorldModelSpec spec, RealTimeLoop loop) {
    this.robot = robot;
    this.spec = spec;
    this.loop = loop;
  }

  /**
   * Pursues what was chosen, one after the other.
   *
   * @throws IOException if there is no such picture
   * @throws IllegalArgumentException if it is none of the model's size
   */
  void choose(List<ChosenGoal> chosen) throws IOException {
    List<Goal> goals = new ArrayList<>();
    for (ChosenGoal choice : chosen) {
      Goal goal = new Goal(choice.picture(robot));
      spec.check(goal.image());
      goals.add(goal);
    }
    if (!goals.isEmpty()) {
      loop.pursue(goals);
    }
  }

  /** Pursues every picture that comes on a topic; one that cannot be used is left out. */
  void follow(ConnectedNode node, String topic) {
    node.newSubscriber(topic, ImageView.TYPE)
        .addMessageListener(
            picture -> {
              try {
                loop.pursue(List.of(new Goal(robot.frame(picture))));
              } catch (IOException unusable) {
                LOG.warn("a goal on {} is ignored: {}", topic, unusable.getMessage());
              }
            });
  }

  /** Pursues what the camera sees now. */
  void chooseHere() {
    loop.pursue(List.of(new Goal(robot.newest().observation().frame())));
  }
}
