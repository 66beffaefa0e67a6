package dev.lookahead.bridge.ros1.node;

/** Is told when a parameter changes, on a thread of the node. */
public interface ParameterListener {

  /**
   * A parameter has a new value.
   *
   * @param value a Boolean, Integer, Double, String, List or Map of these; an empty Map once it is
   *     deleted
   */
  void onNewValue(Object value);
}
