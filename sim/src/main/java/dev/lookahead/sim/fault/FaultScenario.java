package dev.lookahead.sim.fault;

import dev.lookahead.bridge.fault.FaultType;

/** A way to fail, and what is promised then. The numbers are those of the list of faults. */
public enum FaultScenario {
  /** Nothing fails. */
  NONE("F2", "nothing fails", Promise.KEEPS_MOVING),
  /** The camera falls silent. */
  CAMERA_OFF("F1", "camera off for 0.1 to 5 s", Promise.HOLDS_WHEN_STALE),
  /** The camera sends the same picture over and over. */
  CAMERA_STUCK("F2", "camera stuck: same pixels, new stamps", Promise.HOLDS_WHEN_STUCK),
  /** Frames are lost, come twice, or come late. */
  CAMERA_INTERMITTENT("F3", "frames lost, twice, out of order", Promise.NEVER_MOVES_WHEN_STALE),
  /** One frame in ten comes. */
  CAMERA_SLOW("F3", "camera at a tenth of its rate", Promise.NEVER_MOVES_WHEN_STALE),
  /** Everything is late. */
  CAMERA_DELAYED("F3", "frames delayed by 0.3 to 2 s", Promise.NEVER_MOVES_WHEN_STALE),
  /** Stamps lie. */
  CAMERA_WRONG("F4", "stamps jump between zero and an hour off", Promise.HOLDS_WHEN_STALE),
  /** The camera's clock is set. */
  CLOCK_SET("F4", "the camera's clock is set by an hour and back", Promise.NEVER_MOVES_WHEN_STALE),
  /** Messages of the camera contradict themselves, are cut off or are no images. */
  CAMERA_MALFORMED(
      "F5", "images of wrong size, encoding, step, or cut off", Promise.NEVER_MOVES_WHEN_STALE),
  /** Pixels are noise: nothing tells, but nothing leaves the limits. */
  CAMERA_GARBAGE("F6", "pixels and proprioception are noise", Promise.GOES_ON),
  /** The policy wants what is no number. */
  NAN_ACTION("F6", "the action is NaN", Promise.HOLDS_AT_ONCE),
  /** The plan's cost is no number. */
  NAN_COST("F6", "the predicted cost is NaN", Promise.HOLDS_AT_ONCE),
  /** Planning takes far too long. */
  PLANNER_OVERRUN("F8", "planning takes 1.1 to 10 periods", Promise.CONTINUES_BRIEFLY),
  /** The process is stopped and continued. */
  PROCESS_PAUSED("F9", "the process stands still for 0.3, 1 or 5 s", Promise.WAKES_STANDING),
  /** The engine throws. */
  ENGINE_FAILS("F10", "the engine throws", Promise.HOLDS_AT_ONCE);

  private final String number;
  private final String description;
  private final Promise promise;

  FaultScenario(String number, String description, Promise promise) {
    this.number = number;
    this.description = description;
    this.promise = promise;
  }

  /** Its number in the list of faults. */
  public String number() {
    return number;
  }

  /** What fails, in a few words. */
  public String description() {
    return description;
  }

  Injection injection() {
    return switch (this) {
      case NONE -> new Injection.Observations(FaultType.OK);
      case CAMERA_OFF -> new Injection.Observations(FaultType.OFF);
      case CAMERA_STUCK -> new Injection.Observations(FaultType.STUCK);
      case CAMERA_INTERMITTENT -> new Injection.Observations(FaultType.INTERMITTENT);
      case CAMERA_SLOW -> new Injection.Observations(FaultType.SLOW);
      case CAMERA_DELAYED -> new Injection.Observations(FaultType.DELAYED);
      case CAMERA_WRONG -> new Injection.Observations(FaultType.WRONG);
      case CLOCK_SET -> new Injection.ClockSet();
      case CAMERA_MALFORMED -> new Injection.Messages();
      case CAMERA_GARBAGE -> new Injection.Observations(FaultType.GARBAGE);
      case NAN_ACTION -> new Injection.Answers(PatrolPolicy.Failure.NAN_ACTION);
      case NAN_COST -> new Injection.Answers(PatrolPolicy.Failure.NAN_COST);
      case PLANNER_OVERRUN -> new Injection.Overrun();
      case PROCESS_PAUSED -> new Injection.Pause();
      case ENGINE_FAILS -> new Injection.Answers(PatrolPolicy.Failure.EXCEPTION);
    };
  }

  Promise promise() {
    return promise;
  }
}
