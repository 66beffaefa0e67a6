package dev.lookahead.sim.fault;

import dev.lookahead.planner.Setting;

/**
 * How the graph is made to fail. A trial takes ten seconds of real time or more.
 *
 * @param hertz the rate of the control loop, 2 to 100
 * @param trials how often each fault happens, 1 to 100,000
 * @param seed of the times and of what is lost
 */
public record NetworkSettings(int hertz, int trials, long seed) {

  /** Checks the ranges. */
  public NetworkSettings {
    Setting.inRange("hertz", hertz, 2, 100);
    Setting.inRange("trials", trials, 1, 100_000);
  }

  /** Ten hertz, three trials. */
  public static NetworkSettings defaults() {
    return new NetworkSettings(10, 3, 0);
  }
}
