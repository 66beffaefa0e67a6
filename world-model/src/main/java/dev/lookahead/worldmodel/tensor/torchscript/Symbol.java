package dev.lookahead.worldmodel.tensor.torchscript;

import dev.lookahead.worldmodel.tensor.Shape;

/**
 * A tensor of a program that is being written.
 *
 * @param text how the source refers to it: a local name or an attribute
 * @param shape its extents
 */
record Symbol(String text, Shape shape) {

  @Override
  public String toString() {
    return text;
  }
}
