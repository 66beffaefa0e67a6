package dev.lookahead.worldmodel.tensor;

/**
 * The declaration of one parameter of a model.
 *
 * @param name dotted path, unique in the model, for example {@code encoder.blocks.0.mlp.fc1.weight}
 * @param shape its extents
 * @param initializer its first values
 * @param role how training treats it
 */
public record ParameterSpec(String name, Shape shape, Initializer initializer, Role role) {

  /** How training treats a parameter. */
  public enum Role {
    /** Follows the gradient and decays: matrices and kernels. */
    DECAYED,
    /** Follows the gradient, does not decay: biases, norms, positions. */
    UNDECAYED,
    /** Never touched by the optimiser: statistics, targets. */
    FROZEN
  }

  /** A matrix or kernel: trained with weight decay. */
  public static ParameterSpec matrix(String name, Shape shape, Initializer initializer) {
    return new ParameterSpec(name, shape, initializer, Role.DECAYED);
  }

  /** A bias, norm or embedding: trained without weight decay. */
  public static ParameterSpec vector(String name, Shape shape, Initializer initializer) {
    return new ParameterSpec(name, shape, initializer, Role.UNDECAYED);
  }

  /** The same declaration under a prefix and never trained: the EMA copy of an encoder. */
  public ParameterSpec frozenUnder(String prefix) {
    return new ParameterSpec(prefix + name, shape, initializer, Role.FROZEN);
  }
}
