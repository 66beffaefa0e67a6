package dev.lookahead.config;

import dev.lookahead.config.ConfigNode.Mapping;
import dev.lookahead.config.ConfigNode.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads presets and files into records. Immutable; see the package for the language. */
public final class ConfigLoader {

  private static final Origin COMMAND_LINE = new Origin("command line", 0);

  private final PresetLibrary library;

  private ConfigLoader(PresetLibrary library) {
    this.library = library;
  }

  /** A loader of the presets that come with Lookahead. */
  public static ConfigLoader bundled() {
    return from(ConfigLoader.class.getClassLoader());
  }

  /** A loader of the presets under {@code presets/} on another class path. */
  public static ConfigLoader from(ClassLoader loader) {
    return new ConfigLoader(new PresetLibrary(loader));
  }

  /**
   * Reads a preset or a file, lays settings over it and binds the result.
   *
   * @param folder the folder of bundled presets, for example {@code experiment}
   * @param preset a name in that folder, {@code otherfolder/name}, or a file ending in {@code
   *     .yaml}
   * @param settings {@code key.path=value}; of two for one key the later one wins, and one for a
   *     part never undoes one inside it
   * @param type the record to fill
   * @throws ConfigException with every problem found
   */
  public <R extends Record> R load(
      String folder, String preset, List<String> settings, Class<R> type) {
    return bind(new Scalar(preset, false, COMMAND_LINE), folder, settings, type);
  }

  /** Lays settings over the defaults of a record, without any file. */
  public <R extends Record> R defaults(List<String> settings, Class<R> type) {
    return bind(new Mapping(Map.of(), COMMAND_LINE), "", settings, type);
  }

  /** The names of the bundled presets in a folder, sorted. */
  public List<String> presets(String folder) {
    return library.names(folder);
  }

  /**
   * The settings in the order in which they are laid over each other: a part before what is changed
   * in it, so that {@code robot.link.patience=1min robot=ros1} says the same the other way round.
   */
  private static List<ConfigSetting> wholePartsFirst(
      List<String> settings, List<ConfigProblem> problems) {
    List<ConfigSetting> parsed = new ArrayList<>();
    for (String setting : settings) {
      try {
        parsed.add(ConfigSetting.parse(setting));
      } catch (ConfigException e) {
        problems.addAll(e.problems());
      }
    }
    parsed.sort(
        Comparator.comparingInt((ConfigSetting setting) -> setting.path().size())
            .thenComparing(setting -> !setting.isType()));
    return parsed;
  }

  private <R extends Record> R bind(
      ConfigNode root, String folder, List<String> settings, Class<R> type) {
    List<ConfigProblem> problems = new ArrayList<>();
    PresetExpansion presets = new PresetExpansion(library);
    ConfigNode node = presets.expand(root, folder);
    for (ConfigSetting setting : wholePartsFirst(settings, problems)) {
      try {
        node = presets.lay(node, setting.change(), folder);
      } catch (ConfigException e) {
        problems.addAll(e.problems());
      }
    }
    Object bound = new TreeBinder(presets, problems).bind(type, node, new SettingKey("", folder));
    if (bound == null || !problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return type.cast(bound);
  }
}
