package dev.lookahead.launch.report.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An element of the page under construction. The text it renders is both HTML and well-formed XML;
 * whatever comes from outside is escaped here and nowhere else.
 */
public final class Markup {

  private static final Set<String> VOID_ELEMENTS = Set.of("meta", "img", "br");
  private static final Set<String> SHAPES =
      Set.of("path", "rect", "circle", "line", "image", "use");

  private final String name;
  private final StringBuilder attributes = new StringBuilder();
  private final StringBuilder content = new StringBuilder();

  private Markup(String name) {
    this.name = name;
  }

  /** An empty element. */
  public static Markup element(String name) {
    return new Markup(name);
  }

  /** An empty element of a style class. */
  public static Markup element(String name, String styleClass) {
    return new Markup(name).with("class", styleClass);
  }

  /** Sets an attribute; each is set once. */
  public Markup with(String attribute, String value) {
    attributes.append(' ').append(attribute).append("=\"");
    escape(value, attributes);
    attributes.append('"');
    return this;
  }

  /** Sets an attribute to a number, to a tenth. */
  public Markup with(String attribute, double value) {
    return with(attribute, tenth(value));
  }

  /** Appends text. */
  public Markup text(String text) {
    escape(text, content);
    return this;
  }

  /** Appends elements. */
  public Markup add(Markup... children) {
    return add(List.of(children));
  }

  /** Appends elements. */
  public Markup add(List<Markup> children) {
    children.forEach(child -> child.render(content));
    return this;
  }

  /** Appends a style sheet, which must not contain {@code <} or {@code &}. */
  public Markup styleSheet(String css) {
    if (css.indexOf('<') >= 0 || css.indexOf('&') >= 0) {
      throw new IllegalArgumentException("a style sheet inside a page contains no < and no &");
    }
    content.append(css);
    return this;
  }

  /** The element as text. */
  public String render() {
    StringBuilder text = new StringBuilder();
    render(text);
    return text.toString();
  }

  /** A number to a tenth, without a superfluous {@code .0}. */
  public static String tenth(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private void render(StringBuilder out) {
    out.append('<').append(name).append(attributes);
    if (content.isEmpty() && (VOID_ELEMENTS.contains(name) || SHAPES.contains(name))) {
      out.append("/>");
    } else {
      out.append('>').append(content).append("</").append(name).append('>');
    }
    if (!SHAPES.contains(name)) {
      out.append(name.length() > 2 ? "\n" : "");
    }
  }

  private static void escape(String text, StringBuilder out) {
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isXmlCharacter(point) ? point : 0xfffd);
              }
            });
  }

  /** XML 1.0, production 2. */
  private static boolean isXmlCharacter(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xd7ff)
        || (point >= 0xe000 && point <= 0xfffd)
        || point >= 0x10000;
  }
}
