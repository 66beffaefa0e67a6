package dev.lookahead.launch.command;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.layer.Standardizer;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a published model of a robot does not say about its actions. */
final class AxisOptions {

  private static final int PARTS = 6;

  @Option(
      names = "--axis",
      paramLabel = "NAME:UNIT:LOW:HIGH:MEAN:STD",
      description = {
        "One axis of an action, in order: what it is called, the unit (1 for none), the least and the",
        "greatest command, and its statistics in the data the model was trained on. For lewm only."
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

  /** Their statistics. */
  Standardizer statistics() {
    return new Standardizer(
        axes.stream().map(axis -> number(axis, parts(axis)[4])).toList(),
        axes.stream().map(axis -> number(axis, parts(axis)[5])).toList());
  }

  private static String[] parts(String axis) {
    String[] parts = axis.split(":", -1);
    if (parts.length != PARTS || parts[0].isBlank()) {
      throw new IllegalArgumentException(
          "--axis is NAME:UNIT:LOW:HIGH:MEAN:STD, got '" + axis + "'");
    }
    return parts;
  }

  private static float number(String axis, String text) {
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--axis is NAME:UNIT:LOW:HIGH:MEAN:STD with four numbers, got '"
              + text
              + "' in '"
              + axis
              + "'",
          e);
    }
  }
}
