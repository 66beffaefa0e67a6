package dev.lookahead.launch.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Drives are played by a shell that ends as it is told. */
class SupervisorTest {

  private static final int CRASHED = 134;

  private final List<List<String>> started = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();

  private int run(long nanosBetween, Integer... codes) throws Exception {
    Iterator<Integer> ends = List.of(codes).iterator();
    Supervisor supervisor =
        new Supervisor(
            arguments -> {
              started.add(arguments);
              nanos.addAndGet(nanosBetween);
              return new ProcessBuilder("sh", "-c", "exit " + ends.next()).start();
            },
            Duration.ofMillis(1),
            nanos::get,
            notes::add);
    return supervisor.run(List.of("two-room-sim", "--arm", "arm=true", "seed=3"), () -> false);
  }

  @Test
  void whatCrashesIsStartedAgainDisarmed() throws Exception {
    assertThat(run(1, CRASHED, 0)).isZero();
    assertThat(started)
        .containsExactly(
            List.of("two-room-sim", "--arm", "arm=true", "seed=3"),
            List.of("two-room-sim", "seed=3", "arm=false"));
    assertThat(notes).containsExactly("ended with code 134: starting it again, disarmed");
  }

  @Test
  void theFourthCrashWithinAMinuteLeavesItStopped() throws Exception {
    assertThat(run(1, CRASHED, CRASHED, CRASHED, CRASHED)).isEqualTo(7);
    assertThat(started).hasSize(4);
    assertThat(notes.get(3)).contains("restarted 3 times within 60 s: left stopped");
  }

  @Test
  void crashesFarApartAreNotCountedTogether() throws Exception {
    assertThat(run(31_000_000_000L, CRASHED, CRASHED, CRASHED, CRASHED, CRASHED, 0)).isZero();
  }

  @Test
  void aStopOfTheSafetyStateOrUnusableSettingsStay() throws Exception {
    assertThat(run(1, 7)).isEqualTo(7);
    assertThat(run(1, 2)).isEqualTo(2);
    assertThat(notes).isEmpty();
  }

  @Test
  void whenToldToStopItEndsTheDrive() throws Exception {
    List<Process> processes = new ArrayList<>();
    Supervisor supervisor =
        new Supervisor(
            arguments -> {
              Process process = new ProcessBuilder("sleep", "600").start();
              processes.add(process);
              return process;
            },
            Duration.ofMillis(1),
            nanos::get,
            notes::add);
    assertThat(supervisor.run(List.of("x"), () -> !processes.isEmpty())).isEqualTo(130);
    assertThat(processes.get(0).isAlive()).isFalse();
  }
}
