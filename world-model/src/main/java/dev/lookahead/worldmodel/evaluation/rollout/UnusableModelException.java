package dev.lookahead.worldmodel.evaluation.rollout;

/** A model computes something no evaluation can be made of, such as latents that are not finite. */
public final class UnusableModelException extends RuntimeException {

  /** With what was expected and found. */
  public UnusableModelException(String problem) {
    super(problem);
  }
}
