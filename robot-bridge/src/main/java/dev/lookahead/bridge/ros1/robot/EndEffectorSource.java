package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.pose.EndEffector;
import java.time.Duration;

/**
 * The pose of an end effector, {@code x, y, z, roll, pitch, yaw, gripper} with the conventions of
 * {@link dev.lookahead.worldmodel.pose}: where its frame is from tf, how far the gripper is closed
 * from a joint.
 *
 * @param reference the frame of the robot's base, in which the pose is said and actions are meant
 * @param frame of the end effector; the one whose pose the robot's controller is told, and the
 *     model was trained with
 * @param gripper how far it is closed
 * @param maxAge of the newest pose and since the newest report of the gripper arrived; older ones
 *     are not felt, 1 ms to 60 s
 */
public record EndEffectorSource(
    String reference, String frame, GripperJoint gripper, Duration maxAge)
    implements ProprioceptionSource {

  /** Checks the names and the range. */
  public EndEffectorSource {
    maxAge = new TfSource(reference, frame, TfSource.Pose.EULER, maxAge).maxAge();
  }

  /** Where it is, without the gripper. */
  TfSource place() {
    return new TfSource(reference, frame, TfSource.Pose.EULER, maxAge);
  }

  @Override
  public int size() {
    return EndEffector.SIZE;
  }

  /** The seven values of both. */
  static Proprioception joined(Proprioception place, Proprioception gripper) {
    float[] values = new float[EndEffector.SIZE];
    System.arraycopy(place.toArray(), 0, values, 0, place.size());
    values[place.size()] = gripper.get(0);
    return new Proprioception(values);
  }
}
