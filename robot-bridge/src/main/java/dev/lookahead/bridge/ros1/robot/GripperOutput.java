package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.msg.std_msgs.Float64;

/**
 * How a gripper is told how far to close: positions as {@code std_msgs/Float64}, as a position
 * controller of one joint takes them.
 *
 * @param topic where the gripper listens
 * @param travel in the unit of the messages
 */
public record GripperOutput(String topic, GripperTravel travel) {

  /** The message for a share from 0 open to 1 closed. */
  Float64 message(double share) {
    return Float64.of(travel.number(share));
  }
}
