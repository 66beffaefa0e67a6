package dev.lookahead.launch.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.evaluation.ClosedLoopEvaluation;
import dev.lookahead.sim.evaluation.DrawnPairs;
import dev.lookahead.sim.evaluation.EpisodeResult;
import dev.lookahead.sim.evaluation.Protocol;
import dev.lookahead.sim.evaluation.ScriptedPolicies;
import dev.lookahead.sim.tworoom.TwoRoom;
import dev.lookahead.sim.tworoom.TwoRoomSettings;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EpisodeFilmTest {

  private static final TwoRoom WORLD = new TwoRoom(TwoRoomSettings.crossRoom());
  private static final FrameSize CAMERA = FrameSize.square(64);

  @Test
  void aShortEpisodeIsShownStepByStep() {
    List<BufferedImage> frames = new EpisodeFilm(WORLD, CAMERA).frames(episode(6));

    assertThat(frames).hasSize(7);
    assertThat(frames.get(0).getWidth()).isGreaterThan(2 * 256);
  }

  @Test
  void aLongEpisodeIsShownInFewerFramesAndIsSmall() {
    EpisodeResult result = episode(300);
    EpisodeFilm film = new EpisodeFilm(WORLD, CAMERA);

    assertThat(film.frames(result)).hasSize(101);
    assertThat(film.of(result).length).isLessThan(1_500_000);
  }

  @Test
  void framesLargerThanTheFilmAreNotEnlarged() {
    List<BufferedImage> frames = new EpisodeFilm(WORLD, FrameSize.square(300)).frames(episode(1));

    assertThat(frames.get(0).getWidth()).isBetween(600, 650);
  }

  private static EpisodeResult episode(int steps) {
    Protocol protocol =
        new Protocol(
            WORLD.name(),
            "drawn",
            Optional.empty(),
            steps,
            new DrawnPairs(WORLD).draw(1, new SplittableRandom(3)));
    EmbeddedSimulator simulator =
        new EmbeddedSimulator(WORLD, new Sensors(FrameSize.square(16), List.of()), 0);
    return new ClosedLoopEvaluation(
            simulator, ScriptedPolicies.expert(WORLD), 0, () -> 0, event -> {})
        .run(protocol)
        .get(0);
  }
}
