package dev.lookahead.sim.distraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Snapshot;
import dev.lookahead.sim.World;
import dev.lookahead.sim.tworoom.TwoRoom;
import dev.lookahead.sim.tworoom.TwoRoomSettings;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistractedWorldTest {

  private static final FrameSize SIZE = FrameSize.square(64);

  private final World plain = new TwoRoom(new TwoRoomSettings(true, 0));
  private final World world = new DistractedWorld(plain, Distraction.defaults());

  private EmbeddedSimulator simulator(long seed) {
    return new EmbeddedSimulator(world, new Sensors(SIZE, List.of()), seed);
  }

  @Test
  void theRulesAreThoseOfTheWorldBehindIt() {
    double[] state = {60, 80, 12};
    double[] next = world.next(state, new Action(1, 0));
    assertThat(new double[] {next[0], next[1]})
        .isEqualTo(plain.next(new double[] {60, 80}, new Action(1, 0)));
    assertThat(world.distance(state, new double[] {60, 90, 5000})).isEqualTo(10);
    assertThat(world.reached(state, new double[] {60, 90, 5000})).isTrue();
    assertThat(world.stateAxes()).extracting(axis -> axis.name()).endsWith("distraction");
    assertThat(world.expert().act(new float[] {60, 80, 1}, new float[] {60, 90, 2}))
        .isEqualTo(plain.expert().act(new float[] {60, 80}, new float[] {60, 90}));
  }

  @Test
  void theClockAdvancesByTheControlPeriodWhateverIsDone() {
    assertThat(world.next(new double[] {60, 80, 12}, new Action(0, 0))[2]).isEqualTo((float) 12.1);
  }

  @Test
  void theSameSeedAndActionsGiveTheSameFramesAndAnotherSeedOtherDiscs() {
    EmbeddedSimulator first = simulator(5);
    EmbeddedSimulator second = simulator(5);
    for (int step = 0; step < 5; step++) {
      assertThat(second.observe().frame()).isEqualTo(first.observe().frame());
      first.act(new Action(1, 0));
      second.act(new Action(1, 0));
    }
    assertThat(simulator(6).state()[2]).isNotEqualTo(simulator(5).state()[2]);
  }

  @Test
  void aSnapshotBringsTheDiscsBack() {
    EmbeddedSimulator one = simulator(5);
    Snapshot taken = one.snapshot();
    one.act(new Action(0, 1));
    CameraFrame expected = one.observe().frame();

    EmbeddedSimulator other = simulator(9);
    other.restore(taken);
    other.act(new Action(0, 1));
    assertThat(other.observe().frame()).isEqualTo(expected);
  }

  @Test
  void discsMoveOverASceneThatIsDarkerThanThePlainOne() {
    double[] state = world.drawStart(new SplittableRandom(3));
    double[] later = state.clone();
    later[2] += 1;
    byte[] now = rgb(world.renderer(SIZE).render(state, 0));
    byte[] then = rgb(world.renderer(SIZE).render(later, 0));
    byte[] bare = rgb(plain.renderer(SIZE).render(new double[] {state[0], state[1]}, 0));

    assertThat(now).isNotEqualTo(then);
    int changed = 0;
    long darker = 0;
    for (int i = 0; i < now.length; i++) {
      changed += now[i] != then[i] ? 1 : 0;
      darker += (bare[i] & 0xff) - (now[i] & 0xff);
    }
    // Four discs of 3 pixels radius, at two places each, in three channels.
    assertThat(changed).isBetween(100, 1200);
    assertThat(darker / (double) now.length).isBetween(30.0, 120.0);
  }

  @Test
  void withoutTextureAndDiscsNothingChanges() {
    World bare = new DistractedWorld(plain, new Distraction(0, 0, 0.1f, 1, 1));
    assertThat(bare.renderer(SIZE).render(new double[] {60, 80, 4}, 7))
        .isEqualTo(plain.renderer(SIZE).render(new double[] {60, 80}, 7));
  }

  @Test
  void settingsOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> new Distraction(2, 1, 0.1f, 1, 1)).hasMessageContaining("texture");
    assertThatThrownBy(() -> new Distraction(0, -1, 0.1f, 1, 1)).hasMessageContaining("discs");
    assertThatThrownBy(() -> new Distraction(0, 1, 0, 1, 1)).hasMessageContaining("discRadius");
    assertThatThrownBy(() -> new Distraction(0, 1, 0.1f, Float.NaN, 1))
        .hasMessageContaining("speed");
  }

  private static byte[] rgb(CameraFrame frame) {
    byte[] rgb = new byte[SIZE.width() * SIZE.height() * 3];
    frame.rgb().get(rgb);
    return rgb;
  }
}
