package dev.lookahead.bridge.ros1.message.definition;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Definitions that together say all about each of them: every type that a field names is in the
 * catalog, and none contains itself. Immutable.
 */
public final class MessageCatalog {

  private static final int MAX_NESTING = 64;
  private static final String SEPARATOR = "=".repeat(80) + "\n";

  private final Map<String, MessageDefinition> definitions;
  private final Map<String, String> md5 = new LinkedHashMap<>();
  private final Map<String, Integer> minimumSize = new LinkedHashMap<>();
  private final Map<String, Integer> nesting = new LinkedHashMap<>();

  private MessageCatalog(Map<String, MessageDefinition> definitions) {
    this.definitions = definitions;
  }

  /**
   * Puts definitions together.
   *
   * @throws MessageFormatException if a type is defined twice, is missing, contains itself, is
   *     nested more than 64 deep, or has no bounded size
   */
  public static MessageCatalog of(Collection<MessageDefinition> definitions)
      throws MessageFormatException {
    Map<String, MessageDefinition> byName = new TreeMap<>();
    for (MessageDefinition definition : definitions) {
      if (byName.put(definition.name(), definition) != null) {
        throw new MessageFormatException(
            definition.name(), "one definition of each type", "two of this one");
      }
    }
    MessageCatalog catalog = new MessageCatalog(byName);
    for (MessageDefinition definition : byName.values()) {
      catalog.judge(definition, new ArrayDeque<>());
    }
    return catalog;
  }

  /**
   * Reads a full definition, as {@link #fullText} writes it: the message's own text, then each type
   * it uses after a line of equals signs and a line {@code MSG: package/Name}.
   *
   * @param name the type that the text begins with
   * @throws MessageFormatException if the text is not such a definition
   */
  public static MessageCatalog parse(String name, String fullText) throws MessageFormatException {
    Deque<MessageDefinition> definitions = new ArrayDeque<>();
    String part = name;
    StringBuilder text = new StringBuilder();
    boolean afterSeparator = false;
    for (String line : fullText.split("\n", -1)) {
      if (afterSeparator) {
        if (!line.startsWith("MSG: ")) {
          throw new MessageFormatException(name, "'MSG: package/Name' after a line of =", line);
        }
        part = line.substring("MSG: ".length()).strip();
        afterSeparator = false;
      } else if (line.startsWith(SEPARATOR.strip())) {
        definitions.add(MessageDefinition.parse(part, withoutLastLineFeed(text)));
        text.setLength(0);
        afterSeparator = true;
      } else {
        text.append(line).append('\n');
      }
    }
    definitions.add(MessageDefinition.parse(part, withoutLastLineFeed(text)));
    return of(definitions);
  }

  private static String withoutLastLineFeed(StringBuilder text) {
    return text.isEmpty() ? "" : text.substring(0, text.length() - 1);
  }

  /** Everything held, in the order of the names. */
  public Collection<MessageDefinition> definitions() {
    return Collections.unmodifiableCollection(definitions.values());
  }

  /**
   * The definition of a type of this catalog.
   *
   * @throws IllegalArgumentException if it is not in the catalog
   */
  public MessageDefinition get(String name) {
    return require(definitions.get(name), name);
  }

  /** The md5 of a type of this catalog: 32 lower-case hexadecimal digits. */
  public String md5(String name) {
    return require(md5.get(name), name);
  }

  /** The fewest bytes a value of a type of this catalog can have; 0 if it has no fields. */
  public int minimumSize(String name) {
    return require(minimumSize.get(name), name);
  }

  /** The md5 over both halves of a service, whose halves are in this catalog. */
  public String md5(ServiceDefinition service) {
    return md5OfText(md5Text(service.request()) + md5Text(service.response()));
  }

  /**
   * A type's text and those of all types it uses, as {@code gendeps --cat} and {@code genpy} put
   * them together: genmsg's {@code compute_full_text}.
   */
  public String fullText(String name) {
    Set<String> used = new LinkedHashSet<>();
    collectUsed(get(name), used);
    StringBuilder text = new StringBuilder(get(name).text()).append('\n');
    for (String type : used) {
      text.append(SEPARATOR).append("MSG: ").append(type).append('\n');
      text.append(get(type).text()).append('\n');
    }
    return text.substring(0, text.length() - 1);
  }

  private void collectUsed(MessageDefinition definition, Set<String> used) {
    for (FieldDefinition field : definition.fields()) {
      String element = field.type().element();
      if (field.type().builtin().isEmpty() && used.add(element)) {
        collectUsed(get(element), used);
      }
    }
  }

  private void judge(MessageDefinition definition, Deque<String> path)
      throws MessageFormatException {
    String name = definition.name();
    if (md5.containsKey(name)) {
      return;
    }
    if (path.contains(name)) {
      throw new MessageFormatException(name, "types that do not contain themselves", path + "");
    }
    path.addLast(name);
    long bytes = 0;
    int depth = 1;
    for (FieldDefinition field : definition.fields()) {
      bytes += minimumSize(field, name, path);
      depth = Math.max(depth, 1 + nesting.getOrDefault(field.type().element(), 0));
      requireNesting(name, Math.max(depth, path.size()));
      if (bytes > Integer.MAX_VALUE) {
        throw new MessageFormatException(
            name + "." + field.name(), "messages below 2 GiB", "at least " + bytes + " bytes");
      }
    }
    path.removeLast();
    nesting.put(name, depth);
    minimumSize.put(name, (int) bytes);
    md5.put(name, md5OfText(md5Text(definition)));
  }

  private static void requireNesting(String name, int depth) throws MessageFormatException {
    if (depth > MAX_NESTING) {
      throw new MessageFormatException(name, "at most " + MAX_NESTING + " nested types", "more");
    }
  }

  private long minimumSize(FieldDefinition field, String owner, Deque<String> path)
      throws MessageFormatException {
    FieldType type = field.type();
    String what = owner + "." + field.name();
    long element;
    if (type.builtin().isPresent()) {
      element = type.builtin().get().minimumBytes();
    } else {
      MessageDefinition used = definitions.get(type.element());
      if (used == null) {
        throw new MessageFormatException(what, "a type that is defined", type.element());
      }
      judge(used, path);
      element = minimumSize(type.element());
    }
    if (element == 0 && type.arity() != FieldType.Arity.ONE) {
      throw new MessageFormatException(
          what, "elements of at least one byte, so that a length can be checked", type.toString());
    }
    return switch (type.arity()) {
      case ONE -> element;
      case FIXED -> element * type.length();
      case VARIABLE -> Integer.BYTES;
    };
  }

  /** What the md5 is taken of: genmsg's {@code compute_md5_text}. */
  private String md5Text(MessageDefinition definition) {
    StringBuilder text = new StringBuilder();
    for (ConstantDefinition constant : definition.constants()) {
      text.append(constant.type().rosName()).append(' ').append(constant.name());
      text.append('=').append(constant.text()).append('\n');
    }
    for (FieldDefinition field : definition.fields()) {
      FieldType type = field.type();
      text.append(type.builtin().isPresent() ? type.toString() : md5(type.element()));
      text.append(' ').append(field.name()).append('\n');
    }
    return text.toString().strip();
  }

  private static String md5OfText(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has MD5", impossible);
    }
  }

  private static <T> T require(@Nullable T found, String name) {
    if (found == null) {
      throw new IllegalArgumentException("no type " + name + " in this catalog");
    }
    return found;
  }
}
