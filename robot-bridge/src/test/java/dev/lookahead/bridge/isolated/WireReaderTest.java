package dev.lookahead.bridge.isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.mpc.SubgoalEvent;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WireReaderTest {

  private static final int MUTATIONS = 20_000;
  private static final CameraFrame FRAME =
      new CameraFrame(2, 1, new byte[] {1, 2, 3, -4, 5, 6}, 77);
  private static final Observation SEEN =
      new Observation(FRAME, new Proprioception(0.5f, Float.NaN));
  private static final Foresight FORESIGHT =
      new Foresight(
          Optional.of(new ActionSequence(2, 2, new float[] {1, -2, 0.25f, 4})),
          Float.POSITIVE_INFINITY,
          5);

  static final List<PlannerMessage> MESSAGES =
      List.of(
          new PlannerMessage.Hello(1, "5a5a"),
          new PlannerMessage.Ready(4, 9_000_000, true),
          new PlannerMessage.Heartbeat(),
          new PlannerMessage.Improved(3, FORESIGHT),
          new PlannerMessage.Planned(1.5f, -0f, 12),
          new PlannerMessage.Progress(new SubgoalEvent.Begun(0, 2)),
          new PlannerMessage.Progress(new SubgoalEvent.Reached(0, 2, 0.125f)),
          new PlannerMessage.Progress(new SubgoalEvent.GivenUp(1, 2)),
          new PlannerMessage.Answer(4, Optional.of(new Action(Float.NaN, -0f)), FORESIGHT),
          new PlannerMessage.Answer(5, Optional.empty(), Foresight.none()),
          new PlannerMessage.Failed(6, "java.lang.OutOfMemoryError: für alle"),
          new PlannerMessage.WarmUp(SEEN),
          new PlannerMessage.Step(
              7,
              Optional.of(new Action(1, 2)),
              Optional.of(List.of(new Goal(FRAME), new Goal(FRAME))),
              true,
              false,
              true,
              SEEN),
          new PlannerMessage.Step(8, Optional.empty(), Optional.empty(), false, true, false, SEEN));

  @Test
  void everyMessageArrivesAsItWas() throws Exception {
    for (PlannerMessage message : MESSAGES) {
      assertThat(WireReader.message(WireWriter.bytes(message))).isEqualTo(message);
    }
  }

  @Test
  void whateverIsDamagedIsAMessageOrRefused() {
    SplittableRandom random = new SplittableRandom(8);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = damaged(WireWriter.bytes(MESSAGES.get(i % MESSAGES.size())), random);
      try {
        assertThat(WireReader.message(bytes)).isNotNull();
      } catch (WireException expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(MUTATIONS / 10);
  }

  private static byte[] damaged(byte[] bytes, SplittableRandom random) {
    byte[] damaged = bytes;
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] = (byte) random.nextInt();
        case 1 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> damaged = Arrays.copyOf(damaged, Math.max(1, at));
        default -> damaged = Arrays.copyOf(damaged, damaged.length + random.nextInt(1, 9));
      }
    }
    return damaged;
  }

  @Test
  void aLengthThatTheBytesDoNotPayForIsRefusedBeforeAnythingIsAllocated() {
    ByteBuffer frame = ByteBuffer.allocate(40);
    frame.put((byte) MessageKind.WARM_UP.code()).putInt(8_192).putInt(8_192);
    ByteBuffer numbers = ByteBuffer.allocate(40);
    numbers.put((byte) MessageKind.ANSWER.code()).putLong(1).put((byte) 1);
    numbers.putInt(Integer.MAX_VALUE);

    assertThatThrownBy(() -> WireReader.message(frame.array()))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("8192x8192 pixels does not fit");
    assertThatThrownBy(() -> WireReader.message(numbers.array()))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("2147483647 numbers");
  }

  @Test
  void anUnknownKindAndATailAreRefused() {
    assertThatThrownBy(() -> WireReader.message(new byte[] {99}))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("found 99");
    assertThatThrownBy(
            () -> WireReader.message(new byte[] {(byte) MessageKind.HEARTBEAT.code(), 0}))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("1 bytes follow Heartbeat");
  }
}
