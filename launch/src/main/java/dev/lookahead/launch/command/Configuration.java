package dev.lookahead.launch.command;

import dev.lookahead.bridge.ros1.name.RosArguments;
import dev.lookahead.config.ConfigLoader;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.terminal.Terminal;
import dev.lookahead.launch.wiring.RunFolder;
import dev.lookahead.launch.wiring.SettingsComparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * The part of a command line that chooses a configuration: {@code PRESET [key=value ...]}, {@code
 * --print-config} and {@code --out}. A picocli mixin.
 */
public final class Configuration {

  private final String folder;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PRESET",
      description = "A preset's name, or a file ending in .yaml.")
  private @Nullable String preset;

  @Parameters(
      index = "1..*",
      paramLabel = "KEY=VALUE",
      description = "Settings to change, for example training.steps=100.")
  private List<String> settings = new ArrayList<>();

  @Mixin private final RunOutput output = new RunOutput();

  /**
   * @param folder of the presets that this verb reads, for example {@code experiment}
   */
  public Configuration(String folder) {
    this.folder = folder;
  }

  /** What the first argument names; empty if there is none. */
  Optional<String> named() {
    return Optional.ofNullable(preset);
  }

  /** Starts from another preset than the first argument names. */
  void startFrom(String other) {
    preset = other;
  }

  /** Lays a setting over all others, as options of a verb do. */
  void change(String key, Object value) {
    settings.add(key + "=" + value);
  }

  /** Lays settings under those of the command line. */
  void under(List<String> others) {
    settings.addAll(0, others);
  }

  /** What the command line says to ROS: remappings and the like, all of them with {@code :=}. */
  RosArguments rosArguments() {
    return RosArguments.parse(settings.stream().filter(Configuration::isOfRos).toList());
  }

  private static boolean isOfRos(String argument) {
    return argument.contains(":=");
  }

  /** The settings asked for, defaults filled in. */
  public <R extends Record> R load(ConfigLoader presets, Class<R> type) {
    List<String> changes = settings.stream().filter(text -> !isOfRos(text)).toList();
    return presets.load(folder, preset(presets), changes, type);
  }

  /**
   * The settings of a run that goes on.
   *
   * @param recorded the run's own {@code config.yaml}
   * @throws LaunchFailure if the command line asks for anything else
   */
  public <R extends Record> R loadAgain(ConfigLoader presets, Path recorded, Class<R> type) {
    if (output.chosen()) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "--out is where a new run goes, but a run that goes on stays in " + recorded.getParent(),
          "leave out --out");
    }
    R own = presets.load(folder, recorded.toString(), List.of(), type);
    List<String> changes = new ArrayList<>(settings);
    boolean settingsOnly = preset != null && isSetting(preset);
    if (settingsOnly) {
      changes.add(0, preset);
    }
    String asked = preset == null || settingsOnly ? recorded.toString() : preset;
    List<SettingsComparison.Difference> differences =
        SettingsComparison.between(own, presets.load(folder, asked, changes, type));
    if (!differences.isEmpty()) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "a run goes on with its own settings, but others were given:"
              + differences.stream()
                  .map(
                      d ->
                          "\n%s is %s in the run, given is %s"
                              .formatted(d.key(), d.first(), d.second()))
                  .collect(Collectors.joining()),
          "leave out preset and settings, or start a new run without --resume");
    }
    return own;
  }

  /** Prints the settings if that is all that was asked for. */
  public boolean printed(Record config, Terminal terminal) {
    return output.printed(config, terminal);
  }

  /** Makes the folder of a run with these settings. */
  public RunFolder start(String verb, Record config, Map<String, Long> seeds, LaunchContext context)
      throws IOException {
    return output.start(verb, preset(context.presets()), config, seeds, context);
  }

  private String preset(ConfigLoader presets) {
    if (preset == null || isSetting(preset)) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "which preset? there are " + String.join(", ", presets.presets(folder)),
          "name one, or a file ending in .yaml");
    }
    return preset;
  }

  /** Whether an argument in the place of the preset is a setting. */
  private static boolean isSetting(String argument) {
    return argument.contains("=") && !argument.endsWith(".yaml");
  }
}
