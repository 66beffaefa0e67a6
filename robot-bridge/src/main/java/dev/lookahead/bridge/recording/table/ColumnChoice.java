package dev.lookahead.bridge.recording.table;

import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.worldmodel.episode.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which columns become what.
 *
 * @param camera the images
 * @param action the action vector; nothing if none was asked for
 * @param proprioception what the robot felt; maybe nothing
 * @param states the true state; maybe nothing
 */
record ColumnChoice(TableColumn camera, Signals action, Signals proprioception, Signals states) {

  /** The names that stable-worldmodel, LeRobot and we give these columns. */
  private static final List<String> CAMERA = List.of("pixels", "frames", "observation.image");

  private static final List<String> ACTION = List.of("action", "actions");
  private static final List<String> PROPRIOCEPTION =
      List.of("proprio", "proprioception", "observation.state");
  private static final List<String> STATES =
      List.of("state", "states", "observation.environment_state");

  private static final Pattern PART = Pattern.compile("(.+):(\\d{1,5})");

  /**
   * Chooses as a mapping says, and by the usual names where it does not.
   *
   * @throws DataException if a column is missing or the camera ambiguous; lists what there is
   */
  static ColumnChoice of(EpisodeTable table, RecordingMapping mapping) {
    Signals action = signals(table, mapping.action(), ACTION);
    if (action.size() == 0 && !mapping.action().equals(RecordingMapping.NONE)) {
      throw new DataException(
          table.location(),
          "there is no column %s; name the action's signals, there are: %s"
              .formatted(String.join(" or ", ACTION), list(table, false)));
    }
    return new ColumnChoice(
        camera(table, mapping.camera()),
        action,
        signals(table, mapping.proprioception(), PROPRIOCEPTION),
        signals(table, mapping.states(), STATES));
  }

  private static TableColumn camera(EpisodeTable table, String wanted) {
    if (!wanted.isEmpty()) {
      return find(table, wanted, true)
          .orElseThrow(
              () ->
                  new DataException(
                      table.location(),
                      "there is no camera '%s', there are: %s"
                          .formatted(wanted, list(table, true))));
    }
    List<TableColumn> cameras = table.columns().stream().filter(TableColumn::image).toList();
    if (cameras.size() == 1) {
      return cameras.get(0);
    }
    return CAMERA.stream()
        .flatMap(name -> find(table, name, true).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    table.location(),
                    cameras.isEmpty()
                        ? "there are no colour images in it" + unreadable(table)
                        : "it has several cameras, name one of: " + list(table, true)));
  }

  private static Signals signals(EpisodeTable table, List<String> wanted, List<String> usual) {
    if (wanted.isEmpty()) {
      return usual.stream()
          .flatMap(name -> find(table, name, false).stream())
          .findFirst()
          .map(Signals::of)
          .orElse(new Signals(List.of()));
    }
    if (wanted.equals(RecordingMapping.NONE)) {
      return new Signals(List.of());
    }
    List<Signals.Part> parts = new ArrayList<>();
    for (String name : wanted) {
      parts.add(part(table, name));
    }
    return new Signals(parts);
  }

  private static Signals.Part part(EpisodeTable table, String name) {
    Optional<TableColumn> whole = find(table, name, false);
    if (whole.isPresent()) {
      return new Signals.Part(whole.get(), -1);
    }
    Matcher indexed = PART.matcher(name);
    if (indexed.matches()) {
      int index = Integer.parseInt(indexed.group(2));
      Optional<TableColumn> column = find(table, indexed.group(1), false);
      if (column.isPresent() && index < column.get().width()) {
        return new Signals.Part(column.get(), index);
      }
    }
    throw new DataException(
        table.location(),
        "there is no signal '%s', there are: %s".formatted(name, list(table, false)));
  }

  private static Optional<TableColumn> find(EpisodeTable table, String name, boolean image) {
    return table.columns().stream()
        .filter(column -> column.image() == image && column.name().equals(name))
        .findFirst();
  }

  private static String list(EpisodeTable table, boolean images) {
    String names =
        table.columns().stream()
            .filter(column -> column.image() == images)
            .map(TableColumn::toString)
            .collect(Collectors.joining(", "));
    return (names.isEmpty() ? "none" : names) + unreadable(table);
  }

  private static String unreadable(EpisodeTable table) {
    return table.unreadable().isEmpty() ? "" : "; cannot be read: " + table.unreadable();
  }
}
