package dev.lookahead.bridge.ros1.robot;

/** Where a robot's sense of itself comes from, and in which order its values are. */
public sealed interface ProprioceptionSource
    permits JointStateSource, OdometrySource, TfSource, EndEffectorSource {

  /** How many values there are. */
  int size();
}
