package dev.lookahead.sim.pointmaze;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The way to one goal cell from everywhere, by breadth-first search over cells that share a side.
 */
final class ShortestPaths {

  private static final int[][] SIDES = {{-1, 0}, {0, -1}, {0, 1}, {1, 0}};

  private final Map<Cell, Cell> next = new HashMap<>();

  ShortestPaths(List<String> rows, Cell goal) {
    ArrayDeque<Cell> frontier = new ArrayDeque<>(List.of(goal));
    next.put(goal, goal);
    while (!frontier.isEmpty()) {
      Cell cell = frontier.remove();
      for (int[] side : SIDES) {
        Cell neighbour = cell.offset(side[0], side[1]);
        if (rows.get(neighbour.row()).charAt(neighbour.column()) == '.'
            && next.putIfAbsent(neighbour, cell) == null) {
          frontier.add(neighbour);
        }
      }
    }
  }

  boolean reaches(Cell from) {
    return next.containsKey(from);
  }

  /** The next cell toward the goal; the goal itself when there. */
  Cell next(Cell from) {
    Cell cell = next.get(from);
    if (cell == null) {
      throw new IllegalArgumentException("there is no way to the goal from " + from);
    }
    return cell;
  }
}
