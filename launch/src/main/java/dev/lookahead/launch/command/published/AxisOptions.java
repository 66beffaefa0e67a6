package dev.lookahead.launch.command.published;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.layer.Standardizer;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a published model of a robot does not say about its actions. */
final class AxisOptions {

  private static final String FORM = "NAME:UNIT:LOW:HIGH or NAME:UNIT:LOW:HIGH:MEAN:STD";
  private static final int WITHOUT_STATISTICS = 4;
  private static final int PARTS = 6;

  @Option(
      names = "--axis",
      paramLabel = "NAME:UNIT:LOW:HIGH[:MEAN:STD]",
      description = {
        "One axis of an action, in order: what it is called, the unit (1 for none), the least and the",
        "greatest command, and its statistics in the data the model was trained on, if it saw them",
        "standardised. For lewm, and for vjepa2-ac on another robot than the published one."
      })
  private List<String> axes = List.of();

  /** Whether any was given. */
  boolean given() {
    return !axes.isEmpty();
  }

  /** The axes. */
  List<ActionAxis> axes() {
    List<ActionAxis> parsed = new ArrayList<>();
    for (String axis : axes) {
      String[] parts = parts(axis);
      parsed.add(
          new ActionAxis(parts[0], parts[1], number(axis, parts[2]), number(axis, parts[3])));
    }
    return parsed;
  }

  /** Their statistics, which must be there. */
  Standardizer requiredStatistics() {
    for (String axis : axes) {
      if (parts(axis).length != PARTS) {
        throw new IllegalArgumentException(
            "--axis is NAME:UNIT:LOW:HIGH:MEAN:STD for a model that saw actions standardised, got '"
                + axis
                + "'");
      }
    }
    return statistics();
  }

  /** Their statistics; those that change nothing for axes without. */
  Standardizer statistics() {
    return new Standardizer(
        axes.stream().map(axis -> statistic(axis, 4, 0)).toList(),
        axes.stream().map(axis -> statistic(axis, 5, 1)).toList());
  }

  private static float statistic(String axis, int index, float absent) {
    String[] parts = parts(axis);
    return parts.length == PARTS ? number(axis, parts[index]) : absent;
  }

  private static String[] parts(String axis) {
    String[] parts = axis.split(":", -1);
    if ((parts.length != PARTS && parts.length != WITHOUT_STATISTICS) || parts[0].isBlank()) {
      throw new IllegalArgumentException("--axis is " + FORM + ", got '" + axis + "'");
    }
    return parts;
  }

  private static float number(String axis, String text) {
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--axis is %s, with numbers from LOW on, got '%s' in '%s'".formatted(FORM, text, axis),
          e);
    }
  }
}
