package dev.lookahead.launch.wiring;

import dev.lookahead.planner.Setting;
import java.util.Optional;

/**
 * Everything {@code lookahead evaluate} and {@code lookahead run} can be told.
 *
 * @param world where; its way of drawing goals plays no part
 * @param robot whose body it is; a robot in a ROS graph must be a simulated one of the same world
 * @param protocol a bundled one, for example {@code offset25}, or a file ending in {@code .json}
 * @param episodes how many of the protocol's pairs, from the first; empty for all, 0 for none
 * @param freshEpisodes how many pairs of the same kind are drawn from the seed, 0 for none
 * @param policy what is evaluated
 * @param model a bundled model's name, or the directory of a bundle
 * @param anyRate whether the world may have another rate than the model learned at
 * @param control how the model is planned with
 * @param workers episodes that run at the same time, 1 to 64; the results do not depend on it
 * @param seed of the searches and of the fresh pairs
 * @param films how many episodes are filmed for the report, 0 to 100
 */
public record EvaluationExperiment(
    SimulatedWorld world,
    ChosenRobot robot,
    String protocol,
    Optional<Integer> episodes,
    int freshEpisodes,
    PolicyChoice policy,
    String model,
    boolean anyRate,
    ControlSettings control,
    int workers,
    long seed,
    int films) {

  /** Checks the ranges. */
  public EvaluationExperiment {
    episodes.ifPresent(count -> Setting.inRange("episodes", count, 0, 100_000));
    Setting.inRange("freshEpisodes", freshEpisodes, 0, 100_000);
    Setting.inRange("workers", workers, 1, 64);
    Setting.inRange("films", films, 0, 100);
    if (robot instanceof ChosenRobot.Ros1Robot && workers > 1) {
      throw new IllegalArgumentException(
          "workers must be 1 for a robot in a ROS graph, which is in one place at a time, got "
              + workers);
    }
    if (freshEpisodes == 0 && episodes.isPresent() && episodes.get() == 0) {
      throw new IllegalArgumentException(
          "at least one of episodes and freshEpisodes must not be 0; there is nothing to evaluate");
    }
  }

  /** The published pairs of {@code offset25} with the bundled model. */
  public static EvaluationExperiment defaults() {
    return new EvaluationExperiment(
        SimulatedWorld.TwoRoomWorld.defaults(),
        new ChosenRobot.EmbeddedRobot(),
        "offset25",
        Optional.empty(),
        0,
        PolicyChoice.MODEL,
        "two-room",
        false,
        ControlSettings.defaults(),
        1,
        0,
        6);
  }
}
