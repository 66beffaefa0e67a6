package dev.lookahead.worldmodel.token;

/** How a transformer learns where its tokens stand. */
public enum Positions {
  /** A trained vector per place, added to the token (DINOv2). */
  LEARNED,
  /** A fixed vector per place, added to the token (I-JEPA). */
  SINUSOIDAL,
  /** Turned into queries and keys (V-JEPA 2). */
  ROTARY
}
