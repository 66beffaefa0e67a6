package dev.lookahead.bridge.ros1.node;

import static dev.lookahead.bridge.ros1.peer.RealRos.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.master.RosCore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DefaultNodeMainExecutorTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger turns = new AtomicInteger();

  private final NodeMain main =
      new NodeMain() {
        @Override
        public void onStart(ConnectedNode node) {
          told.add("start " + node.getName());
          node.executeCancellableLoop(
              new CancellableLoop() {
                @Override
                protected void loop() throws InterruptedException {
                  turns.incrementAndGet();
                  Thread.sleep(1);
                }
              });
        }

        @Override
        public void onShutdown(ConnectedNode node) {
          told.add("shutdown");
        }

        @Override
        public void onShutdownComplete(ConnectedNode node) {
          told.add("complete");
        }

        @Override
        public void onError(Exception failure) {
          told.add("error " + failure.getMessage());
        }
      };

  private static NodeConfiguration configuration(URI master) {
    return NodeConfiguration.newPrivate("talker", master, TestNodes.sources());
  }

  @Test
  void aProgramIsStartedRepeatsItsLoopAndIsTold() throws Exception {
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1))) {
      DefaultNodeMainExecutor executor = new DefaultNodeMainExecutor(Runnable::run);
      executor.execute(main, configuration(core.getUri()));
      await("the loop turns", SOON, () -> turns.get() > 3);
      executor.shutdown();
      assertThat(told).containsExactly("start /talker", "shutdown", "complete");
      int atEnd = turns.get();
      Thread.sleep(20);
      assertThat(turns).hasValue(atEnd);
    }
  }

  @Test
  void aTakenNameIsToldInTheSameOrder() throws Exception {
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1))) {
      new DefaultNodeMainExecutor(Runnable::run).execute(main, configuration(core.getUri()));
      try (ConnectedNode other = TestNodes.node("talker", core.getUri())) {
        await("the program is told", SOON, () -> told.size() == 3);
        assertThat(told).containsExactly("start /talker", "shutdown", "complete");
        assertThat(other.isOpen()).isTrue();
      }
    }
  }

  @Test
  void withoutAMasterTheProgramIsTold() {
    new DefaultNodeMainExecutor(Runnable::run)
        .execute(main, configuration(URI.create("http://127.0.0.1:1")));
    assertThat(told).singleElement().asString().startsWith("error no ROS master answers");
  }
}
