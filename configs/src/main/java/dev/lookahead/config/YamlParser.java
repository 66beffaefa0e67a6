package dev.lookahead.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Turns one YAML document into a {@link ConfigNode}. Reads the parser's events, not its values, so
 * that no scalar is given a meaning here.
 */
final class YamlParser {

  static final int MAX_BYTES = 1 << 20;
  static final int MAX_DEPTH = 32;

  private final String source;
  private final Iterator<Event> events;

  private YamlParser(String source, String text) {
    this.source = source;
    LoadSettings settings =
        LoadSettings.builder().setLabel(source).setCodePointLimit(MAX_BYTES).build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /**
   * Reads a document; an empty one is an empty mapping.
   *
   * @throws ConfigException if it is no single, plain YAML document within the limits
   */
  static ConfigNode parse(String source, byte[] utf8) {
    if (utf8.length > MAX_BYTES) {
      throw ConfigException.of(
          new Origin(source, 0),
          "a configuration has at most " + MAX_BYTES + " bytes, found " + utf8.length);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return parse(source, text);
    } catch (CharacterCodingException e) {
      throw ConfigException.of(
          new Origin(source, 0), "expected UTF-8 text, found bytes that are not; save it as UTF-8");
    }
  }

  /** Reads a document from text, under the same rules. */
  static ConfigNode parse(String source, String text) {
    YamlParser parser = new YamlParser(source, text);
    try {
      return parser.document();
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw ConfigException.of(
          new Origin(source, line),
          "not readable as YAML: " + Optional.ofNullable(e.getProblem()).orElse("syntax error"));
    } catch (YamlEngineException e) {
      throw ConfigException.of(new Origin(source, 0), "not readable as YAML: " + e.getMessage());
    }
  }

  private ConfigNode document() {
    next();
    if (next().getEventId() == Event.ID.StreamEnd) {
      return new ConfigNode.Mapping(Map.of(), new Origin(source, 0));
    }
    ConfigNode root = node(next(), 1);
    next();
    Event after = next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      throw refuse(after, "a second document begins here; a configuration is one document");
    }
    return root;
  }

  private ConfigNode node(Event event, int depth) {
    if (depth > MAX_DEPTH) {
      throw refuse(event, "nested deeper than " + MAX_DEPTH + " levels");
    }
    refuseAnchorsAndTags(event);
    if (event instanceof ScalarEvent scalar) {
      return new ConfigNode.Scalar(
          scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, origin(event));
    }
    if (event instanceof SequenceStartEvent) {
      List<ConfigNode> items = new ArrayList<>();
      for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
        items.add(node(item, depth + 1));
      }
      return new ConfigNode.Sequence(items, origin(event));
    }
    if (event instanceof MappingStartEvent) {
      return mapping(event, depth);
    }
    throw refuse(event, "unexpected " + event.getEventId());
  }

  private ConfigNode mapping(Event start, int depth) {
    Map<String, ConfigNode> entries = new LinkedHashMap<>();
    for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
      if (!(node(key, depth + 1) instanceof ConfigNode.Scalar name)) {
        throw refuse(key, "a key is a word, found a list or a mapping");
      }
      ConfigNode value = node(next(), depth + 1);
      ConfigNode earlier = entries.putIfAbsent(name.text(), value);
      if (earlier != null) {
        throw refuse(
            key,
            "the key '"
                + name.text()
                + "' is given twice, first at "
                + earlier.origin()
                + "; remove one");
      }
    }
    return new ConfigNode.Mapping(entries, origin(start));
  }

  private void refuseAnchorsAndTags(Event event) {
    if (event instanceof AliasEvent
        || (event instanceof NodeEvent n && n.getAnchor().isPresent())) {
      throw refuse(event, "anchors and aliases are not read; use 'extends' to share settings");
    }
    boolean tagged =
        (event instanceof ScalarEvent s && s.getTag().isPresent())
            || (event instanceof CollectionStartEvent c && c.getTag().isPresent());
    if (tagged) {
      throw refuse(event, "YAML tags are not read; remove the word that begins with '!'");
    }
  }

  private Event next() {
    return events.next();
  }

  private Origin origin(Event event) {
    return new Origin(source, event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
  }

  private ConfigException refuse(Event event, String message) {
    return ConfigException.of(origin(event), message);
  }
}
