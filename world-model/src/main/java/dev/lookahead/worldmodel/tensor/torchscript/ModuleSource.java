package dev.lookahead.worldmodel.tensor.torchscript;

import dev.lookahead.worldmodel.tensor.HostTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A TorchScript module in the making: attributes with first values, and methods as source text.
 * Attributes keep their order of declaration.
 */
final class ModuleSource {

  /**
   * An attribute.
   *
   * @param value its first value
   * @param differentiable whether gradients are taken with respect to it
   */
  record Attribute(HostTensor value, boolean differentiable) {}

  private final Map<String, Attribute> attributes = new LinkedHashMap<>();
  private final List<String> methods = new ArrayList<>();
  private int constants;

  /** Declares an attribute for a dotted parameter path under a group and returns its identifier. */
  String declare(String group, String path, HostTensor value, boolean differentiable) {
    String identifier = identifier(group, path);
    if (attributes.put(identifier, new Attribute(value, differentiable)) != null) {
      throw new IllegalArgumentException(
          "two parameters become '" + identifier + "' in TorchScript");
    }
    return identifier;
  }

  /** The identifier of a declared attribute. */
  static String identifier(String group, String path) {
    return group + "_" + path.replace('.', '_');
  }

  /** The attribute with that identifier; refuses undeclared ones. */
  Symbol attribute(String identifier) {
    Attribute attribute = attributes.get(identifier);
    if (attribute == null) {
      throw new IllegalArgumentException("no parameter is called '" + identifier + "'");
    }
    return new Symbol("self." + identifier, attribute.value().shape());
  }

  /** A constant tensor as an attribute; equal constants share one. */
  Symbol constant(HostTensor value) {
    for (Map.Entry<String, Attribute> entry : attributes.entrySet()) {
      if (entry.getKey().startsWith("constant_") && entry.getValue().value().equals(value)) {
        return attribute(entry.getKey());
      }
    }
    return attribute(declare("constant", Integer.toString(constants++), value, false));
  }

  /** Adds a method with tensor arguments that returns a list of tensors. */
  void method(String name, List<Symbol> arguments, List<String> lines, List<Symbol> results) {
    StringBuilder text = new StringBuilder("  def ").append(name).append("(self: __torch__.Model");
    arguments.forEach(argument -> text.append(", ").append(argument).append(": Tensor"));
    text.append(") -> List[Tensor]:\n");
    lines.forEach(line -> text.append("    ").append(line).append('\n'));
    text.append("    return ").append(results).append('\n');
    methods.add(text.toString());
  }

  /** All attributes by identifier. */
  Map<String, Attribute> attributes() {
    return attributes;
  }

  /** The source file of the module's class. */
  String text() {
    StringBuilder text = new StringBuilder("class Model(Module):\n");
    text.append("  __parameters__ = [");
    attributes.forEach(
        (name, attribute) -> text.append(attribute.differentiable() ? quoted(name) : ""));
    text.append("]\n  __buffers__ = [");
    attributes.forEach(
        (name, attribute) -> text.append(attribute.differentiable() ? "" : quoted(name)));
    text.append("]\n");
    attributes.keySet().forEach(name -> text.append("  ").append(name).append(" : Tensor\n"));
    text.append("  training : bool\n  _is_full_backward_hook : Optional[bool]\n");
    methods.forEach(text::append);
    return text.toString();
  }

  private static String quoted(String name) {
    return '"' + name + "\", ";
  }
}
