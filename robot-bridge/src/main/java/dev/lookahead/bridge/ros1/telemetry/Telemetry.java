package dev.lookahead.bridge.ros1.telemetry;

import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.PolicyCall;
import dev.lookahead.bridge.realtime.RealTimeEvent;
import dev.lookahead.bridge.ros1.msg.diagnostic_msgs.DiagnosticArray;
import dev.lookahead.bridge.ros1.msg.nav_msgs.Path;
import dev.lookahead.bridge.ros1.msg.std_msgs.Float32;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.planner.mpc.MpcEvent;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Tells a graph about a loop: {@code /diagnostics}, {@code ~cost}, {@code ~latent_distance} and,
 * where the commands are velocities, {@code ~plan/path}. A loop that stands still tells nothing, by
 * which monitors notice.
 *
 * <p>Thread: the loop's, except for {@link #planned}, which is the policy's.
 */
public final class Telemetry implements Consumer<RealTimeEvent>, AutoCloseable {

  private final ConnectedNode node;
  private final TelemetrySettings settings;
  private final LoopMeter meter;
  private final LoopDiagnostics diagnostics;
  private final Consumer<? super LoopReport> reports;
  private final Publisher<DiagnosticArray> array;
  private final Publisher<Float32> cost;
  private final Publisher<Float32> distance;
  private final Optional<PlannedPath> path;
  private final Optional<Publisher<Path>> paths;
  private OptionalLong lastNanos = OptionalLong.empty();

  /**
   * Announces the topics.
   *
   * @param node borrowed, not closed
   * @param modelId of the model that plans
   * @param meter of the same loop; belongs to this from here on
   * @param path how a plan is drawn; empty where commands are no velocities
   * @param reports is told each report, on the loop's thread
   */
  public Telemetry(
      ConnectedNode node,
      TelemetrySettings settings,
      String modelId,
      LoopMeter meter,
      Optional<PlannedPath> path,
      Consumer<? super LoopReport> reports) {
    this.node = node;
    this.settings = settings;
    this.meter = meter;
    this.diagnostics =
        new LoopDiagnostics(node.getName().text().substring(1), settings.hardwareId(), modelId);
    this.path = path;
    this.reports = reports;
    this.array = node.newPublisher("/diagnostics", DiagnosticArray.TYPE);
    this.cost = node.newPublisher("~cost", Float32.TYPE);
    this.distance = node.newPublisher("~latent_distance", Float32.TYPE);
    this.paths = path.map(drawn -> node.newPublisher("~plan/path", Path.TYPE));
  }

  @Override
  public void accept(RealTimeEvent event) {
    meter.accept(event);
    if (event instanceof RealTimeEvent.Ticked ticked) {
      ticked(ticked.tick());
    } else if (event instanceof RealTimeEvent.Called called) {
      draw(called.call());
    }
  }

  private void ticked(ControlTick tick) {
    if (tick.offer().fresh()) {
      tick.offer().cost().ifPresent(value -> cost.publish(Float32.of((float) value)));
    }
    long now = tick.sendNanos();
    if (lastNanos.isEmpty()) {
      lastNanos = OptionalLong.of(now);
      return;
    }
    long since = now - lastNanos.getAsLong();
    if (since >= settings.period().toNanos()) {
      lastNanos = OptionalLong.of(now);
      LoopReport report = meter.report(now, since);
      array.publish(diagnostics.of(report, node.getCurrentTime()));
      reports.accept(report);
    }
  }

  private void draw(PolicyCall call) {
    if (paths.isPresent() && path.isPresent() && call.foresight().actions().isPresent()) {
      paths.get().publish(path.get().of(call.foresight().actions().get(), node.getCurrentTime()));
    }
  }

  /** Tells how far from the goal a plan began. */
  public void planned(MpcEvent event) {
    if (event instanceof MpcEvent.Planned plan) {
      meter.latentDistance(plan.currentDistance());
      distance.publish(Float32.of(plan.currentDistance()));
    }
  }

  @Override
  public void close() {
    array.close();
    cost.close();
    distance.close();
    paths.ifPresent(Publisher::close);
  }
}
