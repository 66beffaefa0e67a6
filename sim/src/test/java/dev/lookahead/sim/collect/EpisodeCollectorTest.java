package dev.lookahead.sim.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.World;
import dev.lookahead.sim.collect.ActorShare.Actor;
import dev.lookahead.sim.pointmaze.PointMaze;
import dev.lookahead.sim.pointmaze.PointMazeSettings;
import dev.lookahead.sim.tworoom.TwoRoom;
import dev.lookahead.sim.tworoom.TwoRoomSettings;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodeCollectorTest {

  private static final World ROOMS = new TwoRoom(TwoRoomSettings.crossRoom());
  private static final Sensors SMALL = new Sensors(FrameSize.square(16), List.of());
  private static final ActorShare NOISY = new ActorShare(Actor.EXPERT, 1, 2, 0.05, 1);
  private static final ActorShare WALK = new ActorShare(Actor.RANDOM, 1, 0, 0, 8);

  @TempDir Path folder;

  private final List<CollectionEvent> events = new ArrayList<>();

  @Test
  void everyEpisodeIsRecordedAndReported() throws IOException {
    EpisodeDataset dataset = collect("a", recipe(5, false, NOISY), EpisodeCollectorTest::never);

    assertThat(dataset.size()).isEqualTo(5);
    assertThat(events)
        .isEqualTo(
            dataset.episodes().stream()
                .map(
                    episode ->
                        new CollectionEvent.Recorded(
                            dataset.episodes().indexOf(episode) + 1, 5, episode.length()))
                .toList());
  }

  @Test
  void anEpisodeEndsAtItsGoalUnlessNewGoalsAreDrawn() throws IOException {
    ActorShare expert = ActorShare.defaults();

    assertThat(collect("ends", recipe(5, false, expert), EpisodeCollectorTest::never).episodes())
        .allSatisfy(episode -> assertThat(episode.length()).isBetween(20, 99));
    assertThat(collect("goes on", recipe(5, true, expert), EpisodeCollectorTest::never).episodes())
        .allSatisfy(episode -> assertThat(episode.length()).isEqualTo(101));
  }

  @Test
  void anInterruptedCollectionContinuesWithTheSameBytes() throws IOException {
    CollectionRecipe recipe = recipe(9, true, NOISY, WALK);
    String whole = collect("whole", recipe, EpisodeCollectorTest::never).fullHash();

    events.clear();
    assertThat(collect("parts", recipe, () -> events.size() >= 4).size()).isEqualTo(4);
    assertThat(collect("parts", recipe, EpisodeCollectorTest::never).fullHash()).isEqualTo(whole);
    assertThat(collect("parts", recipe, EpisodeCollectorTest::never).fullHash()).isEqualTo(whole);
  }

  @Test
  void anotherSeedRecordsOtherEpisodes() throws IOException {
    CollectionRecipe other = new CollectionRecipe(2, 100, false, List.of(NOISY), 8);

    assertThat(collect("a", recipe(2, false, NOISY), EpisodeCollectorTest::never).contentHash())
        .isNotEqualTo(collect("b", other, EpisodeCollectorTest::never).contentHash());
  }

  @Test
  void actorsShareTheEpisodesByTheirWeights() throws IOException {
    ActorShare rare = new ActorShare(Actor.RANDOM, 1, 0, 0, 8);
    ActorShare often = new ActorShare(Actor.EXPERT, 3, 0.5, 0, 1);
    CollectionRecipe recipe = new CollectionRecipe(200, 2, true, List.of(rare, often), 1);

    assertThat(collect("a", recipe, EpisodeCollectorTest::never).episodes())
        .filteredOn(episode -> episode.info().policy().startsWith("random"))
        .hasSizeBetween(30, 70);
  }

  @Test
  void recordedActionsAreThoseThatWereExecuted() throws IOException {
    Episode episode = collect("a", recipe(2, false, NOISY), EpisodeCollectorTest::never).episode(0);

    for (int step = 0; step < episode.length() - 1; step++) {
      assertThat(ROOMS.actionSpace().contains(episode.action(step))).isTrue();
      float[] state = episode.state(step);
      double[] next = ROOMS.next(new double[] {state[0], state[1]}, episode.action(step));
      assertThat(episode.state(step + 1)).containsExactly((float) next[0], (float) next[1]);
    }
  }

  @Test
  void whatTheRobotFeelsIsRecorded() throws IOException {
    Sensors sensors = new Sensors(FrameSize.square(16), List.of("vx", "vy"));
    EpisodeCollector collector =
        new EpisodeCollector(
            new PointMaze(PointMazeSettings.defaults()), sensors, recipe(2, true, WALK));
    collector.collect(folder, EpisodeCollectorTest::never, events::add);

    Episode episode = EpisodeDataset.open(folder).episode(0);
    float[] state = episode.state(50);
    assertThat(episode.observation(50).proprioception().toArray())
        .containsExactly(state[2], state[3]);
  }

  @Test
  void aDatasetOfAnotherRecipeIsRefusedWithBothValues() throws IOException {
    String before = collect("a", recipe(2, false, NOISY), EpisodeCollectorTest::never).fullHash();

    assertRefused(ROOMS, SMALL, new CollectionRecipe(3, 90, false, List.of(NOISY), 7))
        .hasMessageContaining("recipe.steps is 100 there, asked for is 90");
    assertRefused(ROOMS, SMALL, recipe(3, true, NOISY))
        .hasMessageContaining("recipe.newGoals is false there, asked for is true");
    assertRefused(ROOMS, SMALL, recipe(3, false, NOISY, WALK))
        .hasMessageContaining("recipe.actors[1] is nothing there, asked for is ActorShare[");
    assertRefused(ROOMS, new Sensors(FrameSize.square(24), List.of()), recipe(3, false, NOISY))
        .hasMessageContaining("sensors.frameWidth is 16 there, asked for is 24");
    assertRefused(new TwoRoom(TwoRoomSettings.defaults()), SMALL, recipe(3, false, NOISY))
        .hasMessageContaining("world.minGoalSteps is 25 there, asked for is 0");
    assertRefused(new PointMaze(PointMazeSettings.defaults()), SMALL, recipe(3, false, NOISY))
        .hasMessageContaining("world is two-room there, asked for is point-maze-u");

    assertThat(EpisodeDataset.open(folder.resolve("a")).fullHash()).isEqualTo(before);
  }

  @Test
  void aDatasetWithoutItsRecipeIsContinuedIfItsEpisodesAreOurs() throws IOException {
    collect("a", recipe(2, false, NOISY), EpisodeCollectorTest::never);
    Path recorded = folder.resolve("a/recipe.json");
    byte[] known = Files.readAllBytes(recorded);
    Files.delete(recorded);

    assertRefused(ROOMS, SMALL, recipe(3, false, WALK)).hasMessageContaining("episode 1 should be");
    assertThat(recorded).doesNotExist();
    assertThat(collect("a", recipe(3, false, NOISY), EpisodeCollectorTest::never).size())
        .isEqualTo(3);
    assertThat(recorded).hasBinaryContent(known);
  }

  @Test
  void aDamagedRecipeIsRefused() throws IOException {
    collect("a", recipe(2, false, NOISY), EpisodeCollectorTest::never);
    Files.writeString(folder.resolve("a/recipe.json"), "{\"formatVersion\": 1, \"sett");

    assertThatThrownBy(() -> collect("a", recipe(2, false, NOISY), EpisodeCollectorTest::never))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("recipe.json");
  }

  @Test
  void aRobotCannotFeelWhatTheWorldDoesNotHave() {
    Sensors sensors = new Sensors(FrameSize.square(16), List.of("x", "velocity"));

    assertThatThrownBy(() -> new EpisodeCollector(ROOMS, sensors, recipe(2, false, NOISY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("proprioception can be [x, y] in this world, got 'velocity'");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      World world, Sensors sensors, CollectionRecipe recipe) {
    EpisodeCollector collector = new EpisodeCollector(world, sensors, recipe);
    return assertThatThrownBy(
            () -> collector.collect(folder.resolve("a"), EpisodeCollectorTest::never, events::add))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("another recipe");
  }

  private static boolean never() {
    return false;
  }

  private static CollectionRecipe recipe(int episodes, boolean newGoals, ActorShare... actors) {
    return new CollectionRecipe(episodes, 100, newGoals, List.of(actors), 7);
  }

  private EpisodeDataset collect(String name, CollectionRecipe recipe, BooleanSupplier stop)
      throws IOException {
    Path directory = folder.resolve(name);
    new EpisodeCollector(ROOMS, SMALL, recipe).collect(directory, stop, events::add);
    return EpisodeDataset.open(directory);
  }
}
