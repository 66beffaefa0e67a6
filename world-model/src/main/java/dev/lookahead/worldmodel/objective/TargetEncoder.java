package dev.lookahead.worldmodel.objective;

/** Where the latents that predictions are compared with come from. */
public enum TargetEncoder {
  /** The encoder itself, and the gradient flows into them: needs a regulariser (LeWM, PLDM). */
  ONLINE,
  /** The encoder itself, without gradient (Chen and He 2021, SimSiam). */
  STOPPED,
  /**
   * An exponential moving average of the encoder, without gradient (Grill et al. 2020, BYOL,
   * section 3.1; Assran et al. 2023, I-JEPA, section 3).
   */
  AVERAGED,
  /**
   * A given encoder that is not trained: the objective is handed its latents, which are computed
   * once per frame of a dataset (Zhou et al. 2025, DINO-WM, section 3.1; Assran et al. 2025, V-JEPA
   * 2, section 3.1).
   */
  FROZEN
}
