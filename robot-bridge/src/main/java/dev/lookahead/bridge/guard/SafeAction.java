package dev.lookahead.bridge.guard;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.Observation;
import java.util.List;
import java.util.Optional;

/** What keeps a robot where it is. */
public sealed interface SafeAction {

  /**
   * The action that stops the robot now; it is kept for as long as the robot shall stand.
   *
   * @param seen the newest observation
   * @param last the action sent last
   */
  Action toStop(Optional<Observation> seen, Action last);

  /** Whether these commands move the robot. */
  boolean moves(Motion motion);

  /** Refuses what does not fit the robot. */
  void check(ActionSpace space);

  /** Zero on every axis, or the nearest value allowed: right for velocities. */
  static SafeAction zero(ActionSpace space) {
    return new Fixed(space.clamp(new Action(new float[space.size()])));
  }

  /**
   * Always the same action, such as zero velocity.
   *
   * @param action inside the action space
   */
  record Fixed(Action action) implements SafeAction {

    @Override
    public Action toStop(Optional<Observation> seen, Action last) {
      return action;
    }

    @Override
    public boolean moves(Motion motion) {
      return !motion.last().equals(action);
    }

    @Override
    public void check(ActionSpace space) {
      if (action.size() != space.size() || !space.contains(action)) {
        throw new IllegalArgumentException(
            "the safe action must lie inside the action space of "
                + space.size()
                + " axes, got "
                + action);
      }
    }
  }

  /**
   * For commands that are positions: where the joints are when the robot shall stop.
   *
   * @param joints per axis of the action, the index of its joint in the proprioception
   * @param space of the positions; a joint outside its range holds the end of it
   */
  record HoldPosition(List<Integer> joints, ActionSpace space) implements SafeAction {

    /** Copies the indices. */
    public HoldPosition {
      joints = List.copyOf(joints);
      if (joints.size() != space.size() || joints.stream().anyMatch(joint -> joint < 0)) {
        throw new IllegalArgumentException(
            "each of the "
                + space.size()
                + " axes needs the index of its joint, at least 0, got "
                + joints);
      }
    }

    /** The joints' positions; a joint without a reported one stays where it was last sent. */
    @Override
    public Action toStop(Optional<Observation> seen, Action last) {
      float[] values = last.toArray();
      for (int axis = 0; axis < values.length; axis++) {
        int joint = joints.get(axis);
        values[axis] =
            seen.map(Observation::proprioception)
                .filter(felt -> joint < felt.size() && Float.isFinite(felt.get(joint)))
                .map(felt -> felt.get(joint))
                .orElse(values[axis]);
      }
      return space.clamp(new Action(values));
    }

    @Override
    public boolean moves(Motion motion) {
      return !motion.last().equals(motion.before());
    }

    @Override
    public void check(ActionSpace robot) {
      if (!space.equals(robot)) {
        throw new IllegalArgumentException(
            "positions must be held in the robot's action space " + robot + ", got " + space);
      }
    }
  }
}
