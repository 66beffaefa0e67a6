package dev.lookahead.bridge.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.fault.VirtualTime;
import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySignal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The one test in which time really passes: it asserts nothing about how well. */
class ParkingPacerTest {

  private final ParkingPacer pacer = new ParkingPacer(System::nanoTime);

  @Test
  void returnsAtTheTimeOrAfterIt() throws InterruptedException {
    long until = pacer.nanos() + 3_000_000;
    pacer.sleepUntil(until);

    assertThat(pacer.nanos()).isGreaterThanOrEqualTo(until);
  }

  @Test
  void anInterruptEndsTheSleep() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> pacer.sleepUntil(pacer.nanos() + 60_000_000_000L))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void theLoopRunsOnRealThreads() throws InterruptedException {
    List<Long> latenesses = new ArrayList<>();
    ExecutorService thinking = Executors.newSingleThreadExecutor();
    CountingPolicy policy = new CountingPolicy();
    RealTimeLoop loop =
        new RealTimeLoop(
            new CameraRobot(new VirtualTime()),
            policy,
            SafetyProfile.of(CameraRobot.SPACE, CameraRobot.FRAME_NANOS),
            LoopTiming.ofHertz(50),
            OperatorReports::none,
            thinking,
            pacer,
            event -> {
              if (event instanceof RealTimeEvent.Ticked ticked) {
                latenesses.add(ticked.tick().sendNanos() - ticked.tick().dueNanos());
              }
            });
    loop.signal(SafetySignal.ARM);
    loop.run(() -> latenesses.size() >= 50);
    thinking.shutdown();
    List<Long> sorted = latenesses.stream().sorted().toList();

    assertThat(policy.calls).contains("act");
    System.out.printf(
        "50 ticks at 50 Hz on this machine now: late by %.3f ms in the median, %.3f ms at most%n",
        sorted.get(25) / 1e6, sorted.get(49) / 1e6);
  }
}
