package dev.lookahead.launch.wiring;

import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.collect.CollectionRecipe;
import dev.lookahead.sim.collect.EpisodeCollector;
import java.nio.file.Path;

/**
 * Everything {@code lookahead collect} can be told.
 *
 * @param folder where the episodes go
 * @param world where they are recorded
 * @param frameSide width and height of the frames in pixels
 * @param recipe who acts, how long, how often
 */
public record CollectionExperiment(
    Path folder, SimulatedWorld world, int frameSide, CollectionRecipe recipe) {

  /** Refuses frames that no simulator draws. */
  public CollectionExperiment {
    FrameSize.square(frameSide);
  }

  /** Two-Room at 64 pixels. */
  public static CollectionExperiment defaults() {
    return new CollectionExperiment(
        Path.of("runs/data/two-room"),
        SimulatedWorld.TwoRoomWorld.defaults(),
        64,
        CollectionRecipe.defaults());
  }

  /** The collector. */
  public EpisodeCollector collector() {
    return new EpisodeCollector(
        world.world(), new Sensors(FrameSize.square(frameSide), world.proprioception()), recipe);
  }
}
