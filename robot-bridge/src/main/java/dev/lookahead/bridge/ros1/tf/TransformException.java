package dev.lookahead.bridge.ros1.tf;

/** A lookup that cannot be answered, and why. */
public final class TransformException extends Exception {

  /** With a sentence that names the frames. */
  public TransformException(String message) {
    super(message);
  }
}
