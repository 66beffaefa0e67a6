package dev.lookahead.bridge.isolated;

/** The kind of a message, which is its first byte. */
enum MessageKind {
  HELLO(0),
  READY(1),
  HEARTBEAT(2),
  IMPROVED(3),
  PLANNED(4),
  BEGUN(5),
  REACHED(6),
  GIVEN_UP(7),
  ANSWER(8),
  FAILED(9),
  WARM_UP(10),
  STEP(11);

  private final int code;

  MessageKind(int code) {
    this.code = code;
  }

  /** The byte. */
  int code() {
    return code;
  }

  /**
   * The kind of a byte.
   *
   * @throws WireException if there is none
   */
  static MessageKind of(int code) throws WireException {
    for (MessageKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new WireException(
        "a message begins with a kind from 0 to %d, found %d".formatted(values().length - 1, code));
  }
}
