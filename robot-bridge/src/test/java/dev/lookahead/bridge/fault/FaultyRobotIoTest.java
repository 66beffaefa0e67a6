package dev.lookahead.bridge.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.RobotIo;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A frame every 10 ns, its shade and stamp the time; the fault lasts from 50 to 150. */
class FaultyRobotIoTest {

  private final List<Action> sent = new ArrayList<>();

  @Test
  void withoutAFaultEverythingPasses() {
    assertThat(stamps(FaultType.OK, 0)).containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L);
    FaultyRobotIo robot = faulty(FaultType.OFF, 0);
    robot.act(new Action(0.5f));
    assertThat(sent).containsExactly(new Action(0.5f));
    assertThat(robot.controlPeriodNanos()).isEqualTo(10);
    assertThat(robot.observe().stampNanos()).isZero();
    assertThat(robot.actionSpace().size()).isOne();
    robot.close();
  }

  @Test
  void offRepeatsTheLast() {
    assertThat(stamps(FaultType.OFF, 0)).containsExactly(10L, 20L, 30L, 40L, 40L, 40L, 40L, 40L);
  }

  @Test
  void stuckHasNewStampsAndOldPixels() {
    assertThat(stamps(FaultType.STUCK, 0)).containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L);
    assertThat(receive(FaultType.STUCK, 0))
        .extracting(seen -> seen.observation().frame().sample(0, 0, 0))
        .containsExactly(10, 20, 30, 40, 40, 40, 40, 40);
  }

  @Test
  void garbageIsNoiseOfTheRightShape() {
    List<Sighting> received = receive(FaultType.GARBAGE, 0);

    assertThat(received.get(6).observation().frame().sample(0, 0, 1)).isNotZero();
    assertThat(received.get(6).observation().proprioception().size()).isOne();
    assertThat(received).isEqualTo(receive(FaultType.GARBAGE, 0));
  }

  @Test
  void wrongStampsJumpAboutOrAreFromAnotherTime() {
    assertThat(stamps(FaultType.WRONG, 0).subList(4, 8)).doesNotContain(50L, 60L, 70L, 80L);
    assertThat(stamps(FaultType.WRONG, -7)).containsExactly(10L, 20L, 30L, 40L, 43L, 53L, 63L, 73L);
  }

  @Test
  void slowLetsOneInTenThrough() {
    assertThat(stamps(FaultType.SLOW, 0)).containsExactly(10L, 20L, 30L, 40L, 40L, 40L, 40L, 40L);
  }

  @Test
  void delayedArrivesLater() {
    List<Sighting> received = receive(FaultType.DELAYED, 15);

    assertThat(received)
        .extracting(seen -> seen.observation().stampNanos())
        .containsExactly(10L, 20L, 30L, 40L, 30L, 40L, 50L, 60L);
    assertThat(received.get(7).receiptNanos()).isEqualTo(75);
  }

  @Test
  void intermittentLosesDoublesAndReorders() {
    FaultyRobotIo robot =
        new FaultyRobotIo(
            camera(), new Fault(FaultType.INTERMITTENT, 0, 10_000, 0), new SplittableRandom(1));
    int backwards = 0;
    long last = -1;
    for (int now = 10; now < 5_000; now += 10) {
      long stamp = robot.receive(now).observation().stampNanos();
      backwards += stamp < last ? 1 : 0;
      last = stamp;
    }

    assertThat(backwards).isBetween(20, 120);
  }

  @Test
  void refusesNegativeTimes() {
    assertThatThrownBy(() -> new Fault(FaultType.OFF, 0, -1, 0))
        .hasMessage("durationNanos must be at least 0, got -1");
    assertThatThrownBy(() -> new Fault(FaultType.DELAYED, 0, 1, -1))
        .hasMessage("a delay must be at least 0, got -1");
  }

  private List<Long> stamps(FaultType type, long magnitude) {
    return receive(type, magnitude).stream().map(seen -> seen.observation().stampNanos()).toList();
  }

  private List<Sighting> receive(FaultType type, long magnitude) {
    FaultyRobotIo robot = faulty(type, magnitude);
    List<Sighting> received = new ArrayList<>();
    for (int now = 10; now <= 80; now += 10) {
      received.add(robot.receive(now));
    }
    return received;
  }

  private FaultyRobotIo faulty(FaultType type, long magnitude) {
    return new FaultyRobotIo(
        camera(), new Fault(type, 50, 100, magnitude), new SplittableRandom(1));
  }

  private RobotIo camera() {
    return new RobotIo() {
      @Override
      public ActionSpace actionSpace() {
        return new ActionSpace(List.of(new ActionAxis("v", "m/s", -1, 1)));
      }

      @Override
      public long controlPeriodNanos() {
        return 10;
      }

      @Override
      public Observation observe() {
        return receive(0).observation();
      }

      @Override
      public Sighting receive(long nowNanos) {
        byte[] rgb = {(byte) nowNanos, 0, 0};
        return new Sighting(
            new Observation(new CameraFrame(1, 1, rgb, nowNanos), new Proprioception(nowNanos)),
            nowNanos);
      }

      @Override
      public void act(Action action) {
        sent.add(action);
      }

      @Override
      public void close() {}
    };
  }
}
