package dev.lookahead.bridge.fault;

/** How a component fails; the eight types of PX4's failure injection, in its words. */
public enum FaultType {
  /** Not at all. */
  OK,
  /** Nothing new comes. */
  OFF,
  /** New stamps, but the content of before. */
  STUCK,
  /** The content is noise: pixels at random, proprioception with any bits, NaN included. */
  GARBAGE,
  /** Plausible and untrue: stamps from another time, or by turns zero, an hour ahead and behind. */
  WRONG,
  /** Only every tenth observation comes. */
  SLOW,
  /** Everything comes late by the fault's delay. */
  DELAYED,
  /** Observations are lost, come twice, or come after younger ones, at random. */
  INTERMITTENT
}
