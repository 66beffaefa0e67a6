package dev.lookahead.bridge.ros1.name;

import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the names a node says global: relative ones in its namespace, private ones below itself;
 * then applies its remappings. Both sides of a remapping are resolved first, as roscpp does, so
 * {@code image:=/camera/image_raw} also catches {@code /ns/image} said in full.
 */
public final class NameResolver {

  private final GraphName node;
  private final Map<GraphName, GraphName> remappings = new TreeMap<>();

  /**
   * The resolver of one node.
   *
   * @param node its global name; names are relative to the namespace it lies in
   * @param remappings from what is said to what is meant
   */
  public NameResolver(GraphName node, Map<GraphName, GraphName> remappings) {
    if (!node.isGlobal() || node.equals(GraphName.ROOT)) {
      throw new IllegalArgumentException("a node's name must be global, got '" + node + "'");
    }
    this.node = node;
    remappings.forEach((from, to) -> this.remappings.put(global(from), global(to)));
  }

  /** The node's own global name. */
  public GraphName node() {
    return node;
  }

  /** The namespace that relative names lie in. */
  public GraphName namespace() {
    return node.parent();
  }

  /** The global name that is meant by a name. */
  public GraphName resolve(GraphName name) {
    GraphName global = global(name);
    return remappings.getOrDefault(global, global);
  }

  /**
   * The global name that is meant by a name.
   *
   * @throws IllegalArgumentException if it is no legal name
   */
  public GraphName resolve(String name) {
    return resolve(GraphName.of(name));
  }

  private GraphName global(GraphName name) {
    if (name.isPrivate()) {
      String below = name.text().substring(1);
      return node.join(GraphName.of(below.startsWith("/") ? below.substring(1) : below));
    }
    return name.isGlobal() ? name : namespace().join(name);
  }
}
