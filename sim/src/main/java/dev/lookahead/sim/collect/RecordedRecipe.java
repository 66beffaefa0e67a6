package dev.lookahead.sim.collect;

import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.World;
import dev.lookahead.worldmodel.checkpoint.PendingFile;
import dev.lookahead.worldmodel.checkpoint.VersionedJson;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that decides what the episodes of a dataset are, by the names under which a user sets
 * it: the content of {@code recipe.json} beside them. How many there are is not part of it, since a
 * dataset may grow.
 *
 * @param formatVersion the version of this layout
 */
record RecordedRecipe(int formatVersion, Map<String, String> settings) {

  private static final int FORMAT_VERSION = 1;
  private static final String FILE = "recipe.json";
  private static final String ABSENT = "nothing";

  /** Sorts the settings by name. */
  RecordedRecipe {
    settings = new TreeMap<>(settings);
  }

  static RecordedRecipe of(World world, Sensors sensors, CollectionRecipe recipe) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("world", world.name());
    world.settings().forEach((name, value) -> settings.put("world." + name, value));
    settings.put("sensors.frameWidth", Integer.toString(sensors.frameSize().width()));
    settings.put("sensors.frameHeight", Integer.toString(sensors.frameSize().height()));
    settings.put("sensors.proprioception", sensors.proprioception().toString());
    settings.put("recipe.steps", Integer.toString(recipe.steps()));
    settings.put("recipe.newGoals", Boolean.toString(recipe.newGoals()));
    settings.put("recipe.seed", Long.toString(recipe.seed()));
    for (int i = 0; i < recipe.actors().size(); i++) {
      settings.put("recipe.actors[" + i + "]", recipe.actors().get(i).toString());
    }
    return new RecordedRecipe(FORMAT_VERSION, settings);
  }

  /**
   * The recipe of a dataset; empty if it has none.
   *
   * @throws DataException if it cannot be read
   */
  static Optional<RecordedRecipe> read(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(VersionedJson.read(file, FORMAT_VERSION, RecordedRecipe.class));
    } catch (IOException unreadable) {
      throw new DataException(file, "cannot be read: " + unreadable.getMessage(), unreadable);
    } catch (IllegalArgumentException malformed) {
      throw new DataException(file, String.valueOf(malformed.getMessage()), malformed);
    }
  }

  void write(Path directory) throws IOException {
    PendingFile.write(directory.resolve(FILE), VersionedJson.bytes(this));
  }

  /** Refuses a dataset of another recipe, naming every setting that differs with both values. */
  void requireSame(Path directory, RecordedRecipe recorded) {
    TreeSet<String> names = new TreeSet<>(settings.keySet());
    names.addAll(recorded.settings.keySet());
    StringBuilder differences = new StringBuilder();
    for (String name : names) {
      String asked = settings.getOrDefault(name, ABSENT);
      String found = recorded.settings.getOrDefault(name, ABSENT);
      if (!asked.equals(found)) {
        differences.append("\n%s is %s there, asked for is %s".formatted(name, found, asked));
      }
    }
    if (differences.length() > 0) {
      throw new DataException(directory, "it holds episodes of another recipe:" + differences);
    }
  }
}
