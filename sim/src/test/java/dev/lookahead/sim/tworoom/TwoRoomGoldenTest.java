package dev.lookahead.sim.tworoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.RecordedTensors;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.StepResult;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Replays episodes of the published environment. */
class TwoRoomGoldenTest {

  private static final float PIXEL_TOLERANCE = 1e-4f;
  private static final int SIDE = 224;

  private final Simulator sim =
      new EmbeddedSimulator(
          new TwoRoom(TwoRoomSettings.defaults()),
          new Sensors(FrameSize.square(SIDE), List.of()),
          0);

  @Test
  void recordedEpisodesAreReproduced() {
    RecordedTensors golden =
        RecordedTensors.beside(TwoRoomGoldenTest.class, "golden.safetensors.gz");
    assertThat(replayed(golden)).isEqualTo(6);
  }

  @Test
  void recordedFramesAreReproduced() {
    RecordedTensors golden =
        RecordedTensors.beside(TwoRoomGoldenTest.class, "golden.safetensors.gz");
    assertFramesAgree(
        golden, (frame, x, y, channel) -> (int) golden.at("frames", frame, y, x, channel));
  }

  @Test
  void allRecordedEpisodesAndFramesAreReproduced() throws IOException {
    RecordedTensors golden = RecordedTensors.from(fullRecording());
    assertThat(replayed(golden)).isEqualTo(60);
    // Its header says [F, 224, 224, 3], but the bytes are ordered [F, 3, 224, 224].
    assertFramesAgree(
        golden,
        (frame, x, y, channel) ->
            (int) golden.at("frames", frame, 0, 0, (channel * SIDE + y) * SIDE + x));
  }

  private interface RecordedSample {
    int at(int frame, int x, int y, int channel);
  }

  private void assertFramesAgree(RecordedTensors golden, RecordedSample recorded) {
    for (int frame = 0; frame < golden.size("frames", 0); frame++) {
      CameraFrame drawn = drawn(golden, frame);
      int worst = 0;
      for (int i = 0; i < SIDE * SIDE * 3; i++) {
        int x = i / 3 % SIDE;
        int y = i / 3 / SIDE;
        int difference = recorded.at(frame, x, y, i % 3) - drawn.sample(x, y, i % 3);
        worst = Math.max(worst, Math.abs(difference));
      }
      assertThat(worst).as("largest difference in frame %d", frame).isLessThanOrEqualTo(1);
    }
  }

  private int replayed(RecordedTensors golden) {
    int episodes = golden.size("actions", 0);
    for (int e = 0; e < episodes; e++) {
      sim.setState(golden.row("states", e, 0));
      sim.setGoalState(golden.row("goals", e));
      for (int t = 0; t < golden.size("actions", 1); t++) {
        StepResult result = sim.step(new Action(golden.row("actions", e, t)));
        assertThat(sim.state())
            .as("state of episode %d after step %d", e, t)
            .containsExactly(golden.row("states", e, t + 1), within(PIXEL_TOLERANCE));
        assertThat(result.terminated())
            .as("success of episode %d after step %d", e, t)
            .isEqualTo(golden.at("terminated", e, t) != 0);
      }
    }
    return episodes;
  }

  private CameraFrame drawn(RecordedTensors golden, int frame) {
    int episode = (int) golden.at("frame_index", frame, 0);
    int step = (int) golden.at("frame_index", frame, 1);
    return sim.render(golden.row("states", episode, step), FrameSize.square(SIDE));
  }

  /** The full recording, if this checkout has it: see the system property lookahead.parity. */
  private static Path fullRecording() {
    Optional<Path> recording =
        Stream.of(
                System.getProperty("lookahead.parity", ""),
                "../shared/parity",
                "../../shared/parity")
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder, "two-room", "golden.safetensors"))
            .filter(Files::isRegularFile)
            .findFirst();
    if (recording.isEmpty()) {
      String reason =
          "Skipped: no two-room/golden.safetensors in ../shared/parity; name the folder with"
              + " -Dlookahead.parity=FOLDER";
      System.out.println(reason);
      Assumptions.abort(reason);
    }
    return recording.orElseThrow();
  }
}
