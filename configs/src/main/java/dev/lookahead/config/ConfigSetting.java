package dev.lookahead.config;

import dev.lookahead.config.ConfigNode.Mapping;
import dev.lookahead.config.ConfigNode.Scalar;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One setting from the command line: {@code training.steps=100}.
 *
 * @param path the components from the root to the setting, at least one
 * @param value what it is set to
 */
record ConfigSetting(List<String> path, ConfigNode value) {

  private static final Origin COMMAND_LINE = new Origin("command line", 0);
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z][\\w-]*)*");

  /**
   * Reads {@code key.path=value}; the value is YAML, so a list is {@code betas=[0.9, 0.95]}.
   *
   * @throws ConfigException if it has another form
   */
  static ConfigSetting parse(String argument) {
    int equals = argument.indexOf('=');
    String key = equals < 0 ? argument : argument.substring(0, equals);
    if (equals < 0 || !KEY.matcher(key).matches()) {
      throw ConfigException.of(
          COMMAND_LINE,
          "a setting is written key=value, for example training.steps=100; found '"
              + argument
              + "'");
    }
    String text = argument.substring(equals + 1).strip();
    ConfigNode value =
        text.isEmpty()
            ? new Scalar("", false, COMMAND_LINE)
            : onCommandLine(YamlParser.parse(COMMAND_LINE.source(), text));
    return new ConfigSetting(List.of(key.split("\\.")), value);
  }

  /** Whether it chooses the type of a part, and with it which settings the part has. */
  boolean isType() {
    return path.get(path.size() - 1).equals(PresetExpansion.TYPE);
  }

  /** The tree that says only this. */
  ConfigNode change() {
    ConfigNode change = value;
    for (int i = path.size() - 1; i >= 0; i--) {
      change = new Mapping(Map.of(path.get(i), change), COMMAND_LINE);
    }
    return change;
  }

  /** A scalar without its line number, which means nothing on a command line. */
  private static ConfigNode onCommandLine(ConfigNode node) {
    return node instanceof Scalar scalar
        ? new Scalar(scalar.text(), scalar.quoted(), COMMAND_LINE)
        : node;
  }
}
