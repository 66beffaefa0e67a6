package dev.lookahead.planner.cem;

import dev.lookahead.planner.distribution.AxisRange;
import dev.lookahead.planner.distribution.AxisSearch;
import dev.lookahead.planner.distribution.L1Ball;
import dev.lookahead.planner.distribution.SearchRules;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The axis groups of a configuration on the axes of one action space. */
final class GroupedAxes {

  private final CemConfig config;
  private final ActionSpace space;

  /**
   * @throws IllegalArgumentException if a group names an axis that the space does not have
   */
  GroupedAxes(CemConfig config, ActionSpace space) {
    this.config = config;
    this.space = space;
    List<String> known = space.axes().stream().map(ActionAxis::name).toList();
    for (AxisGroup group : config.groups()) {
      for (String name : group.axes()) {
        if (!known.contains(name)) {
          throw new IllegalArgumentException(
              "groups names the axis '"
                  + name
                  + "', but this action space has "
                  + String.join(", ", known)
                  + "; choose a planner without groups, or groups of these axes");
        }
      }
    }
  }

  /** How every axis is searched. */
  SearchRules rules() {
    List<AxisSearch> axes = new ArrayList<>();
    for (ActionAxis axis : space.axes()) {
      AxisRange range = AxisRange.of(axis);
      axes.add(
          group(axis)
              .map(group -> search(group, range))
              .orElseGet(
                  () ->
                      AxisSearch.wholeRange(
                          config.initialStd(),
                          config.minStd(),
                          config.momentum(),
                          config.stdMomentum())));
    }
    return new SearchRules(axes, balls(), config.stdEstimate());
  }

  /** Sets the commands of grouped axes in a mean [M, A], in shares, to zero. */
  void centre(float[] mean) {
    for (int i = 0; i < mean.length; i++) {
      ActionAxis axis = space.axis(i % space.size());
      if (group(axis).isPresent()) {
        mean[i] = AxisRange.of(axis).shareInside(0);
      }
    }
  }

  /** Zeroes the commands of a mean [M, A], in shares, that lie within their group's deadband. */
  void round(float[] mean) {
    for (int i = 0; i < mean.length; i++) {
      ActionAxis axis = space.axis(i % space.size());
      float deadband = group(axis).map(AxisGroup::deadband).orElse(0f);
      AxisRange range = AxisRange.of(axis);
      if (Math.abs(range.value(mean[i])) < deadband) {
        mean[i] = range.shareInside(0);
      }
    }
  }

  private static AxisSearch search(AxisGroup group, AxisRange range) {
    return new AxisSearch(
        range.shareInside(-group.maxNorm()),
        range.shareInside(group.maxNorm()),
        group.initialStd() / range.half(),
        group.minStd() / range.half(),
        group.momentum(),
        group.stdMomentum());
  }

  private List<L1Ball> balls() {
    List<L1Ball> balls = new ArrayList<>();
    for (AxisGroup group : config.groups()) {
      if (group.reach() == AxisGroup.Reach.L1_BALL) {
        List<L1Ball.Axis> axes = new ArrayList<>();
        for (int i = 0; i < space.size(); i++) {
          if (group.axes().contains(space.axis(i).name())) {
            axes.add(new L1Ball.Axis(i, AxisRange.of(space.axis(i))));
          }
        }
        balls.add(new L1Ball(axes, group.maxNorm()));
      }
    }
    return balls;
  }

  private Optional<AxisGroup> group(ActionAxis axis) {
    return config.groups().stream().filter(g -> g.axes().contains(axis.name())).findFirst();
  }
}
