package dev.lookahead.bridge.ros1.telemetry;

import static dev.lookahead.bridge.ros1.peer.RealRos.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.msg.diagnostic_msgs.DiagnosticArray;
import dev.lookahead.bridge.ros1.msg.diagnostic_msgs.DiagnosticStatus;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.nav_msgs.Path;
import dev.lookahead.bridge.ros1.msg.std_msgs.Float32;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Subscriber;
import dev.lookahead.bridge.ros1.node.TestNodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TelemetryTest {

  private static final Duration SOON = Duration.ofSeconds(15);

  private final VirtualDrive drive = new VirtualDrive();

  @Test
  void aGraphHearsDiagnosticsCostAndPathOfARunningLoop() throws Exception {
    List<LoopReport> reports = new ArrayList<>();
    PlannedPath path =
        new PlannedPath(
            action -> Twist.of(Vector3.of(action.get(0), 0, 0), Vector3.of(0, 0, 0)),
            Duration.ofMillis(100),
            "base_link");
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
        ConnectedNode pilot = TestNodes.node("pilot", core.getUri());
        ConnectedNode monitor = TestNodes.node("monitor", core.getUri());
        Telemetry telemetry =
            new Telemetry(
                pilot,
                TelemetrySettings.defaults(),
                "two-room",
                new LoopMeter(100 * VirtualDrive.MILLI, Map.of()),
                Optional.of(path),
                Runnable::run,
                reports::add)) {
      BlockingQueue<DiagnosticArray> arrays = heard(monitor, "/diagnostics", DiagnosticArray.TYPE);
      BlockingQueue<Float32> costs = heard(monitor, "/pilot/cost", Float32.TYPE);
      BlockingQueue<Path> paths = heard(monitor, "/pilot/plan/path", Path.TYPE);

      drive.run(31, telemetry);

      DiagnosticArray array = arrays.poll(10, TimeUnit.SECONDS);
      assertThat(array).isNotNull();
      assertThat(array.status())
          .extracting(DiagnosticStatus::name)
          .contains("pilot: loop", "pilot: safety");
      assertThat(array.status()).extracting(DiagnosticStatus::hardwareId).containsOnly("robot");
      assertThat(costs.poll(10, TimeUnit.SECONDS)).isEqualTo(Float32.of(7));
      Path drawn = paths.poll(10, TimeUnit.SECONDS);
      assertThat(drawn).isNotNull();
      assertThat(drawn.poses()).hasSize(3);
      assertThat(reports).hasSize(3);
      assertThat(reports.get(2).total(LoopCount.TICKS)).isEqualTo(31);
      telemetry.ended();
      assertThat(reports).as("nothing came since").hasSize(3);
      drive.run(5, telemetry);
      telemetry.ended();
      assertThat(reports).last().extracting(r -> r.total(LoopCount.TICKS)).isEqualTo(36L);
    }
  }

  @Test
  void aGraphThatTakesNothingDelaysNoTick() throws Exception {
    List<Runnable> queued = new ArrayList<>();
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
        ConnectedNode pilot = TestNodes.node("pilot", core.getUri());
        Telemetry telemetry =
            new Telemetry(
                pilot,
                TelemetrySettings.defaults(),
                "two-room",
                new LoopMeter(100 * VirtualDrive.MILLI, Map.of()),
                Optional.empty(),
                queued::add,
                report -> {
                  throw new AssertionError("on the loop's thread");
                })) {
      drive.run(200, telemetry);
    }

    assertThat(queued).as("one task for costs, one for reports").hasSize(2);
  }

  private static <M> BlockingQueue<M> heard(ConnectedNode node, String topic, MessageType<M> type)
      throws Exception {
    BlockingQueue<M> queue = new LinkedBlockingQueue<>();
    Subscriber<M> subscriber = node.newSubscriber(topic, type);
    subscriber.addMessageListener(queue::add, 100);
    await(topic + " is connected", SOON, () -> subscriber.getNumberOfPublishers() == 1);
    return queue;
  }
}
