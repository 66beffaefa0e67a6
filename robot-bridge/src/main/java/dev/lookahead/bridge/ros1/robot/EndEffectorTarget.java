package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.worldmodel.pose.EndEffectorDelta;
import dev.lookahead.worldmodel.pose.EndEffectorPose;
import dev.lookahead.worldmodel.pose.EulerAngles;
import java.util.Optional;

/**
 * Where an end effector was told to be.
 *
 * <p>A delta is added to the pose that was <em>felt</em> with the image it was planned on, not to
 * the last target: that is what the model means by it, what DROID's robots do with it ({@code
 * create_action_dict} of droid/franka/robot.py), and it bounds how far a target is ahead of an arm
 * that is stopped by something, and so how hard it presses. Added to what is felt when the command
 * leaves, a plan that is late would be done twice.
 *
 * <p>Place, rotation and gripper for themselves: one whose delta is zero stays where it was told to
 * be, so that an arm that sags under its controller does not sag a little more at every step, and a
 * gripper goes on holding what it holds. One that was under way stops where it is felt to be now; a
 * gripper goes on to where it was told to go.
 *
 * @param pose the target; its gripper means nothing before it was first told anything
 * @param moving whether the newest delta moved it
 * @param turning whether the newest delta turned it
 * @param gripped whether the gripper was ever told anything
 */
record EndEffectorTarget(EndEffectorPose pose, boolean moving, boolean turning, boolean gripped) {

  /**
   * The target after an action.
   *
   * @param last the one before; empty for the first
   * @param seen the pose that the action was planned on
   * @param now the pose now; empty if it is not known
   * @return empty if it shall stay where it is and nobody knows where that is
   */
  static Optional<EndEffectorTarget> after(
      Optional<EndEffectorTarget> last,
      EndEffectorDelta delta,
      EndEffectorPose seen,
      Optional<EndEffectorPose> now) {
    boolean moves = delta.x() != 0 || delta.y() != 0 || delta.z() != 0;
    EulerAngles turn = delta.rotation();
    boolean turns = turn.roll() != 0 || turn.pitch() != 0 || turn.yaw() != 0;
    boolean grips = delta.gripper() != 0;
    if (last.isEmpty() && now.isEmpty() && !moves && !turns && !grips) {
      return Optional.empty();
    }
    EndEffectorPose told = last.map(EndEffectorTarget::pose).or(() -> now).orElse(seen);
    EndEffectorPose here = now.orElse(told);
    EndEffectorPose reached = seen.moved(delta);
    boolean wasMoving = last.map(EndEffectorTarget::moving).orElse(false);
    boolean wasTurning = last.map(EndEffectorTarget::turning).orElse(false);
    EndEffectorPose place = moves ? reached : wasMoving ? here : told;
    EndEffectorPose turned = turns ? reached : wasTurning ? here : told;
    EndEffectorPose closed = grips ? reached : told;
    return Optional.of(
        new EndEffectorTarget(
            new EndEffectorPose(
                place.x(), place.y(), place.z(), turned.rotation(), closed.gripper()),
            moves,
            turns,
            grips || last.map(EndEffectorTarget::gripped).orElse(false)));
  }
}
