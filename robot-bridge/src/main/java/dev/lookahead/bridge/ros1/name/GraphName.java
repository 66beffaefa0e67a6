package dev.lookahead.bridge.ros1.name;

import java.util.regex.Pattern;

/**
 * A name of a node, topic, service or parameter: {@code /camera/image_raw} is global, {@code
 * image_raw} relative to a namespace, {@code ~rate} private to a node. The empty name and {@code /}
 * are the relative and the global root.
 *
 * @param text as in <a href="http://wiki.ros.org/Names">wiki.ros.org/Names</a>, with repeated and
 *     trailing slashes removed
 */
public record GraphName(String text) implements Comparable<GraphName> {

  private static final int MAX_LENGTH = 1024;

  /** With hyphens, which the specification forbids and ROS's own tools have in their names. */
  private static final Pattern LEGAL = Pattern.compile("(?:[~/A-Za-z][\\w/-]*)?");

  private static final Pattern SLASHES = Pattern.compile("/+");

  /** The global namespace. */
  public static final GraphName ROOT = new GraphName("/");

  /** Refuses what ROS would not accept as a name. */
  public GraphName {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a graph name must have at most "
              + MAX_LENGTH
              + " characters, got one of "
              + text.length());
    }
    text = SLASHES.matcher(text).replaceAll("/");
    if (text.length() > 1 && text.endsWith("/")) {
      text = text.substring(0, text.length() - 1);
    }
    if (!LEGAL.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a graph name must start with a letter, '/' or '~' and go on with letters, digits, '_',"
              + " '-' and '/', got '"
              + text
              + "'");
    }
  }

  /** The name written so. */
  public static GraphName of(String text) {
    return new GraphName(text);
  }

  /** Whether it starts with a slash. */
  public boolean isGlobal() {
    return text.startsWith("/");
  }

  /** Whether it starts with a tilde: it lies below the node that says it. */
  public boolean isPrivate() {
    return text.startsWith("~");
  }

  /** This namespace followed by a relative name; a global name stays as it is. */
  public GraphName join(GraphName relative) {
    if (relative.isGlobal() || text.isEmpty()) {
      return relative;
    }
    if (relative.isPrivate()) {
      throw new IllegalArgumentException(
          "only a relative name can follow " + this + ", got " + relative);
    }
    return new GraphName(text + "/" + relative.text);
  }

  /**
   * The namespace this name lies in: {@code /a} for {@code /a/b}. The root's parent is the root.
   */
  public GraphName parent() {
    int slash = text.lastIndexOf('/');
    if (slash > 0) {
      return new GraphName(text.substring(0, slash));
    }
    return isGlobal() ? ROOT : new GraphName("");
  }

  /** The last part: {@code b} for {@code /a/b}. */
  public String baseName() {
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /** Whether this is the other name or lies below it. */
  public boolean isWithin(GraphName other) {
    return equals(other) || other.equals(ROOT) || text.startsWith(other.text + "/");
  }

  @Override
  public int compareTo(GraphName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
