package dev.lookahead.bridge.ros1.master;

import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tree of parameters. A namespace is a struct: setting a struct replaces what was below, and
 * reading a namespace gives a struct of all that is below. One thread.
 */
final class ParameterStore {

  private static final int MAX_LEAVES = 100_000;

  /** All parameters that are no namespaces, by global name. */
  private final TreeMap<GraphName, XmlRpcValue> leaves = new TreeMap<>();

  /**
   * Sets a parameter, or the namespace a struct describes.
   *
   * @throws IllegalArgumentException if there would be too many, or a value for the root
   */
  void set(GraphName key, XmlRpcValue value) {
    Map<GraphName, XmlRpcValue> added = new TreeMap<>();
    flatten(key, value, added);
    if (leaves.size() + added.size() > MAX_LEAVES) {
      throw new IllegalArgumentException("at most " + MAX_LEAVES + " parameters can be set");
    }
    if (!(value instanceof Struct) && key.equals(GraphName.ROOT)) {
      throw new IllegalArgumentException("the root can only be set to a struct");
    }
    delete(key);
    for (GraphName above = key; !above.equals(GraphName.ROOT); above = above.parent()) {
      leaves.remove(above);
    }
    leaves.putAll(added);
  }

  private static void flatten(GraphName key, XmlRpcValue value, Map<GraphName, XmlRpcValue> into) {
    if (value instanceof Struct struct && !struct.members().isEmpty()) {
      struct
          .members()
          .forEach((name, member) -> flatten(key.join(GraphName.of(name)), member, into));
    } else {
      into.put(key, value);
    }
  }

  /** The value of a parameter, or of all below a namespace; empty if there is nothing. */
  Optional<XmlRpcValue> get(GraphName key) {
    XmlRpcValue leaf = leaves.get(key);
    if (leaf != null) {
      return Optional.of(leaf);
    }
    Map<String, XmlRpcValue> members = new TreeMap<>();
    String below = key.equals(GraphName.ROOT) ? "/" : key + "/";
    for (GraphName name : leaves.tailMap(key, false).keySet()) {
      if (name.text().startsWith(below)) {
        String rest = name.text().substring(below.length());
        String first = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
        if (!members.containsKey(first)) {
          get(GraphName.of(below + first)).ifPresent(member -> members.put(first, member));
        }
      }
    }
    return members.isEmpty() ? Optional.empty() : Optional.of(new Struct(members));
  }

  /** Deletes a parameter or all below a namespace; false if there was nothing. */
  boolean delete(GraphName key) {
    return leaves.keySet().removeIf(name -> name.isWithin(key));
  }

  boolean has(GraphName key) {
    return leaves.keySet().stream().anyMatch(name -> name.isWithin(key));
  }

  List<GraphName> names() {
    return new ArrayList<>(leaves.keySet());
  }

  /**
   * The nearest parameter whose first part exists, from a namespace upward; as roscpp and rospy
   * search, the rest of the name need not exist.
   */
  Optional<GraphName> search(GraphName namespace, GraphName key) {
    if (key.isGlobal()) {
      return has(key) ? Optional.of(key) : Optional.empty();
    }
    String text = key.text();
    GraphName first =
        GraphName.of(text.contains("/") ? text.substring(0, text.indexOf('/')) : text);
    GraphName at = namespace;
    while (true) {
      if (has(at.join(first))) {
        return Optional.of(at.join(key));
      }
      if (at.equals(GraphName.ROOT)) {
        return Optional.empty();
      }
      at = at.parent();
    }
  }
}
