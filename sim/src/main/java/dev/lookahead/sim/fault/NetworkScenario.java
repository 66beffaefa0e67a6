package dev.lookahead.sim.fault;

import dev.lookahead.bridge.fault.network.NetworkFault;
import java.time.Duration;
import java.util.Optional;

/** A way in which the graph between loop and robot fails. The numbers are of the list of faults. */
public enum NetworkScenario {
  /** The master dies; another, which knows nobody, takes its place. */
  MASTER_RESTART("F11", "the master dies, an empty one comes back"),
  /** The robot's driver is restarted; it listens elsewhere then. */
  ROBOT_RESTART("F11", "the robot's node restarts at other ports"),
  /** The robot's machine vanishes without a word and comes back under other ports. */
  HALF_OPEN("F11", "the robot vanishes, half-open, and moves"),
  /** All connections are reset. */
  RESET("F11", "all connections are reset"),
  /** Nothing passes for a while. */
  PARTITION("F12", "partition for 0.1 to 4 s"),
  /** All passes late. */
  DELAY("F12", "200 ms of delay, each way"),
  /** Much is sent twice. */
  LOSS("F12", "20 % of the segments lost, resent after 200 ms"),
  /** Almost nothing passes. */
  THROTTLE("F12", "1 KB/s");

  private final String number;
  private final String description;

  NetworkScenario(String number, String description) {
    this.number = number;
    this.description = description;
  }

  /** Its number in the list of faults. */
  public String number() {
    return number;
  }

  /** What fails, in a few words. */
  public String description() {
    return description;
  }

  /** What the network does meanwhile; empty if it is not the network that fails. */
  Optional<NetworkFault> fault() {
    return switch (this) {
      case MASTER_RESTART, ROBOT_RESTART -> Optional.empty();
      case RESET -> Optional.of(new NetworkFault.Reset());
      case HALF_OPEN, PARTITION -> Optional.of(new NetworkFault.Partition());
      case DELAY -> Optional.of(new NetworkFault.Delay(Duration.ofMillis(200)));
      case LOSS -> Optional.of(new NetworkFault.Loss(0.2, Duration.ofMillis(200)));
      case THROTTLE -> Optional.of(new NetworkFault.Throttle(1_000));
    };
  }

  /** Whether the robot's node is another one afterwards. */
  boolean replacesRobot() {
    return this == ROBOT_RESTART || this == HALF_OPEN;
  }

  /** Whether images go on coming, if late. */
  boolean onlyWorsens() {
    return this == DELAY || this == LOSS || this == THROTTLE;
  }

  /** How long a command may be under way for reasons of the network alone. */
  long underWayNanos() {
    return switch (this) {
      case DELAY -> 200_000_000L;
      // Several in a row may be lost, and each waits for the one before.
      case LOSS, THROTTLE -> 1_000_000_000L;
      default -> 0;
    };
  }
}
