package dev.lookahead.worldmodel.training;

/** How a training run ended. */
public enum TrainingStatus {
  /** All steps were taken. */
  COMPLETED,
  /** Somebody asked it to stop; its last checkpoint continues it. */
  INTERRUPTED,
  /** The latents collapsed: more steps would not bring them back. */
  COLLAPSED,
  /** A loss or gradient was not finite. */
  DIVERGED;

  /** Whether the last state is worth going on from. */
  public boolean resumable() {
    return this == COMPLETED || this == INTERRUPTED;
  }
}
