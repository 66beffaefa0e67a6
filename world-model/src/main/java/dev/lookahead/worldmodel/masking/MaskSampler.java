package dev.lookahead.worldmodel.masking;

import dev.lookahead.worldmodel.token.TokenGrid;
import java.util.List;

/** Draws masks over a grid of tokens. Immutable; safe for use by many threads. */
public sealed interface MaskSampler permits MultiBlockSampler, TubeSampler, RandomSampler {

  /** Where the tokens stand. */
  TokenGrid grid();

  /** Every signature that a step can have, without repetition; a traced program each. */
  List<MaskSignature> signatures();

  /** The signature of a step; one of {@link #signatures()}. */
  MaskSignature signature(long seed, long step);

  /**
   * The masks of one sample of a step, one per view of the step's signature. The same arguments
   * give the same masks.
   */
  List<Mask> draw(long seed, long step, int sample);
}
