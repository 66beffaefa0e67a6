package dev.lookahead.config;

/**
 * A place in the tree of settings.
 *
 * @param path dotted, empty at the root
 * @param folder where a preset named at this place is looked for: the name of the component
 */
record SettingKey(String path, String folder) {

  /** The key of a component of the record here. */
  SettingKey component(String name) {
    return new SettingKey(path.isEmpty() ? name : path + "." + name, name);
  }

  /** The key of an item of the list here, counted from zero. */
  SettingKey item(int index) {
    return new SettingKey(path + "[" + index + "]", folder);
  }

  /** A problem at this place. */
  ConfigProblem problem(Origin origin, String message) {
    return new ConfigProblem(path, origin.toString(), message);
  }
}
