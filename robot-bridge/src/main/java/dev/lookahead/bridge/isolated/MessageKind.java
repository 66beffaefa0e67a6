package dev.lookahead.bridge.isolated;

/** The first byte of a message is the ordinal of one of these. */
enum MessageKind {
  HELLO,
  READY,
  HEARTBEAT,
  IMPROVED,
  PLANNED,
  BEGUN,
  REACHED,
  GIVEN_UP,
  ANSWER,
  FAILED,
  WARM_UP,
  STEP
}
