package dev.lookahead.worldmodel.tensor;

/**
 * The parameters of a model as an interpreter sees them.
 *
 * @param <T> the interpreter's tensor
 */
@FunctionalInterface
public interface Weights<T> {

  /** The parameter of that name; refuses unknown names. */
  T get(String name);

  /** The same parameters with a prefix put before every name: the EMA copy of a module. */
  default Weights<T> under(String prefix) {
    return name -> get(prefix + name);
  }
}
