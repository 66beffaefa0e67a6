package dev.lookahead.sim.tworoom;

import dev.lookahead.sim.ScriptedPolicy;
import dev.lookahead.worldmodel.Action;

/**
 * Walks straight to the goal, by way of the door's centre if the goal is in the other room
 * (stable-worldmodel, {@code envs/two_room/expert_policy.py}). The action is a unit vector; no
 * memory.
 */
final class TwoRoomExpert implements ScriptedPolicy {

  /** Nearer to the door's centre than this, in px, the expert turns to the goal. */
  private static final float DOOR_REACHED = 10.5f;

  private static final float ARRIVED = 1e-8f;

  @Override
  public Action act(float[] state, float[] goal) {
    boolean otherRoom = state[0] > TwoRoom.WALL_X != goal[0] > TwoRoom.WALL_X;
    if (otherRoom) {
      float dx = TwoRoom.WALL_X - state[0];
      float dy = TwoRoom.DOOR_Y - state[1];
      if (length(dx, dy) > DOOR_REACHED) {
        return toward(dx, dy);
      }
    }
    return toward(goal[0] - state[0], goal[1] - state[1]);
  }

  private static Action toward(float dx, float dy) {
    float length = length(dx, dy);
    return length > ARRIVED ? new Action(dx / length, dy / length) : new Action(0, 0);
  }

  private static float length(float dx, float dy) {
    return (float) Math.sqrt(dx * dx + dy * dy);
  }
}
