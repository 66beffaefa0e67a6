package dev.lookahead.bridge.ros1.telemetry;

import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.NewestWins;
import dev.lookahead.bridge.realtime.RealTimeEvent;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.msg.diagnostic_msgs.DiagnosticArray;
import dev.lookahead.bridge.ros1.msg.nav_msgs.Path;
import dev.lookahead.bridge.ros1.msg.std_msgs.Float32;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.planner.ActionSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Tells a graph about a loop: {@code /diagnostics}, {@code ~cost}, {@code ~latent_distance} and,
 * where the commands are velocities, {@code ~plan/path}. A loop that stands still tells nothing, by
 * which monitors notice.
 *
 * <p>Threads: events come on the loop's, {@link #planned} on the policy's. There they are only
 * counted and handed over; messages are made and sent on the executor's. What it is too slow for is
 * left out: of each topic the newest is told.
 */
public final class Telemetry implements Consumer<RealTimeEvent>, AutoCloseable {

  private final TelemetrySettings settings;
  private final LoopMeter meter;
  private final List<Publisher<?>> publishers = new ArrayList<>();
  private final NewestWins<LoopReport> reports;
  private final NewestWins<Float> cost;
  private final NewestWins<Float> distance;
  private final Optional<NewestWins<ActionSequence>> plans;
  private OptionalLong lastNanos = OptionalLong.empty();
  private long nowNanos;

  /**
   * Announces the topics.
   *
   * @param node borrowed, not closed
   * @param modelId of the model that plans
   * @param meter of the same loop; belongs to this from here on
   * @param path how a plan is drawn; empty where commands are no velocities
   * @param executor where messages are made and sent, one at a time
   * @param reports is told each report that was published, on the executor
   */
  public Telemetry(
      ConnectedNode node,
      TelemetrySettings settings,
      String modelId,
      LoopMeter meter,
      Optional<PlannedPath> path,
      Executor executor,
      Consumer<? super LoopReport> reports) {
    this.settings = settings;
    this.meter = meter;
    LoopDiagnostics diagnostics =
        new LoopDiagnostics(node.getName().text().substring(1), settings.hardwareId(), modelId);
    Publisher<DiagnosticArray> arrays = publisher(node, "/diagnostics", DiagnosticArray.TYPE);
    Publisher<Float32> costs = publisher(node, "~cost", Float32.TYPE);
    Publisher<Float32> distances = publisher(node, "~latent_distance", Float32.TYPE);
    this.reports =
        new NewestWins<>(
            executor,
            report -> {
              arrays.publish(diagnostics.of(report, node.getCurrentTime()));
              reports.accept(report);
            });
    this.cost = new NewestWins<>(executor, value -> costs.publish(Float32.of(value)));
    this.distance = new NewestWins<>(executor, value -> distances.publish(Float32.of(value)));
    this.plans = path.map(drawn -> drawing(node, drawn, executor));
  }

  private NewestWins<ActionSequence> drawing(
      ConnectedNode node, PlannedPath path, Executor executor) {
    Publisher<Path> paths = publisher(node, "~plan/path", Path.TYPE);
    return new NewestWins<>(executor, plan -> paths.publish(path.of(plan, node.getCurrentTime())));
  }

  private <M> Publisher<M> publisher(ConnectedNode node, String topic, MessageType<M> type) {
    Publisher<M> publisher = node.newPublisher(topic, type);
    publishers.add(publisher);
    return publisher;
  }

  @Override
  public void accept(RealTimeEvent event) {
    meter.accept(event);
    if (event instanceof RealTimeEvent.Ticked ticked) {
      ticked(ticked.tick());
    } else if (event instanceof RealTimeEvent.Called called) {
      called.call().foresight().actions().ifPresent(plan -> plans.ifPresent(d -> d.offer(plan)));
    }
  }

  private void ticked(ControlTick tick) {
    if (tick.offer().fresh()) {
      tick.offer().cost().ifPresent(value -> cost.offer((float) value));
    }
    nowNanos = tick.sendNanos();
    if (lastNanos.isEmpty()) {
      lastNanos = OptionalLong.of(nowNanos);
    } else if (nowNanos - lastNanos.getAsLong() >= settings.period().toNanos()) {
      report(lastNanos.getAsLong());
    }
  }

  private void report(long sinceNanos) {
    lastNanos = OptionalLong.of(nowNanos);
    reports.offer(meter.report(nowNanos, nowNanos - sinceNanos));
  }

  /** Reports what came since the last report. Thread: the loop's, once it has ended. */
  public void ended() {
    lastNanos.stream().filter(last -> nowNanos > last).forEach(this::report);
  }

  /**
   * Tells how far from the goal a plan began.
   *
   * @param currentDistance in the model's units
   */
  public void planned(float currentDistance) {
    meter.latentDistance(currentDistance);
    distance.offer(currentDistance);
  }

  @Override
  public void close() {
    publishers.forEach(Publisher::close);
  }
}
