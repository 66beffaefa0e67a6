package dev.lookahead.config;

import dev.lookahead.config.ConfigNode.Mapping;
import dev.lookahead.config.ConfigNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Replaces the names of presets by what the presets say, and lays one configuration over another.
 */
final class PresetExpansion {

  static final String TYPE = "type";
  private static final String EXTENDS = "extends";

  private final PresetLibrary library;

  PresetExpansion(PresetLibrary library) {
    this.library = library;
  }

  /**
   * What a node stands for: a scalar names a preset, and every mapping in the node may extend one.
   * Scalars inside a mapping stay as written, since only their type can tell whether they are names
   * of presets. Expanding twice changes nothing.
   *
   * @param folder where bare preset names are looked for
   * @throws ConfigException if a preset is missing, unreadable or extends itself
   */
  ConfigNode expand(ConfigNode node, String folder) {
    return expand(node, folder, List.of());
  }

  /**
   * An expanded base with everything the change says. Mappings are merged key by key; lists and
   * scalars are replaced as a whole. A change that names a preset of its own, or another type than
   * the base, replaces it: the settings of one planner mean nothing to another.
   */
  ConfigNode lay(ConfigNode base, ConfigNode change, String folder) {
    return lay(base, change, folder, List.of());
  }

  private ConfigNode expand(ConfigNode node, String folder, List<String> chain) {
    if (node instanceof Scalar preset && !preset.isNull()) {
      return read(preset, folder, chain);
    }
    return node instanceof Mapping mapping ? expandMapping(mapping, folder, chain) : node;
  }

  private ConfigNode expandMapping(Mapping mapping, String folder, List<String> chain) {
    ConfigNode base = mapping.entries().get(EXTENDS);
    if (base == null) {
      return lay(new Mapping(Map.of(), mapping.origin()), mapping, folder, chain);
    }
    if (!(base instanceof Scalar preset) || preset.isNull()) {
      throw ConfigException.of(
          base.origin(), "'extends' names one preset or file, found " + base.describe());
    }
    return lay(read(preset, folder, chain), mapping.without(EXTENDS), folder, chain);
  }

  private ConfigNode lay(ConfigNode base, ConfigNode change, String folder, List<String> chain) {
    if (!(change instanceof Mapping changed)) {
      return change;
    }
    if (changed.entries().containsKey(EXTENDS)) {
      return expandMapping(changed, folder, chain);
    }
    ConfigNode before =
        base instanceof Scalar preset && !preset.isNull() ? read(preset, folder, chain) : base;
    Mapping merged =
        before instanceof Mapping mapping && !isOfAnotherType(mapping, changed)
            ? mapping
            : new Mapping(Map.of(), change.origin());
    for (Map.Entry<String, ConfigNode> entry : changed.entries().entrySet()) {
      String key = entry.getKey();
      ConfigNode below = merged.entries().getOrDefault(key, new Scalar("", false, change.origin()));
      merged = merged.with(key, lay(below, entry.getValue(), key, chain));
    }
    return merged;
  }

  private ConfigNode read(Scalar preset, String folder, List<String> chain) {
    ConfigNode read = library.read(folder, preset.text(), preset.origin());
    List<String> longer = new ArrayList<>(chain);
    longer.add(read.origin().source());
    if (chain.contains(read.origin().source())) {
      throw ConfigException.of(
          preset.origin(),
          "a configuration cannot extend itself: " + String.join(" extends ", longer));
    }
    if (!(read instanceof Mapping mapping)) {
      throw ConfigException.of(
          read.origin(), "a configuration is keys with values, found " + read.describe());
    }
    return expandMapping(mapping, folder, longer);
  }

  private static boolean isOfAnotherType(Mapping base, Mapping change) {
    String type = change.text(TYPE).orElse(null);
    return type != null
        && base.text(TYPE).map(before -> !NearestName.same(before, type)).orElse(false);
  }
}
