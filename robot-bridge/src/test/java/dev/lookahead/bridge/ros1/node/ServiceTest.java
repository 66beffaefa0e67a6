package dev.lookahead.bridge.ros1.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.msg.std_srvs.SetBool;
import dev.lookahead.bridge.ros1.msg.std_srvs.SetBoolRequest;
import dev.lookahead.bridge.ros1.msg.std_srvs.SetBoolResponse;
import dev.lookahead.bridge.ros1.msg.std_srvs.Trigger;
import dev.lookahead.bridge.ros1.msg.std_srvs.TriggerRequest;
import dev.lookahead.bridge.ros1.tcpros.TcprosException;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private RosCore core;
  private ConnectedNode server;
  private ConnectedNode caller;

  @BeforeEach
  void join() throws Exception {
    core = RosCore.newPrivate(0, new SplittableRandom(1));
    server = TestNodes.node("server", core.getUri());
    caller = TestNodes.node("caller", core.getUri());
  }

  @AfterEach
  void leave() {
    server.close();
    caller.close();
    core.close();
  }

  private static SetBoolResponse echo(SetBoolRequest request) throws IOException {
    if (!request.data()) {
      throw new IOException("only true can be set");
    }
    return SetBoolResponse.of(true, "set");
  }

  @Test
  void aCallIsAnswered() throws Exception {
    server.newServiceServer("arm", SetBool.TYPE, ServiceTest::echo);
    var client = caller.newServiceClient("arm", SetBool.TYPE);
    assertThat(client.call(SetBoolRequest.of(true), SOON))
        .isEqualTo(SetBoolResponse.of(true, "set"));
    assertThat(client.call(SetBoolRequest.of(true), SOON))
        .isEqualTo(SetBoolResponse.of(true, "set"));
  }

  @Test
  void theServersSentenceReachesTheCallerAndAPersistentClientGoesOn() throws Exception {
    server.newServiceServer("arm", SetBool.TYPE, ServiceTest::echo);
    try (var client = caller.newServiceClient("arm", SetBool.TYPE, true)) {
      assertThat(client.call(SetBoolRequest.of(true), SOON).success()).isTrue();
      assertThatThrownBy(() -> client.call(SetBoolRequest.of(false), SOON))
          .isInstanceOf(TcprosException.class)
          .hasMessage("/arm failed: only true can be set");
      assertThat(client.call(SetBoolRequest.of(true), SOON).success()).isTrue();
    }
  }

  @Test
  void whatNobodyServesAndWhatHasAnotherTypeIsSaid() {
    assertThatThrownBy(
            () -> caller.newServiceClient("arm", Trigger.TYPE).call(TriggerRequest.zero(), SOON))
        .isInstanceOf(IOException.class)
        .hasMessage("nobody serves /arm: expected a std_srvs/Trigger there");
    server.newServiceServer("arm", SetBool.TYPE, ServiceTest::echo);
    assertThatThrownBy(
            () -> caller.newServiceClient("arm", Trigger.TYPE).call(TriggerRequest.zero(), SOON))
        .isInstanceOf(TcprosException.class)
        .hasMessageContaining("expected md5sum " + SetBool.TYPE.md5());
  }

  @Test
  void aServiceThatDoesNotAnswerIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    server.newServiceServer(
        "slow",
        SetBool.TYPE,
        request -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return SetBoolResponse.zero();
        });
    assertThatThrownBy(
            () ->
                caller
                    .newServiceClient("slow", SetBool.TYPE)
                    .call(SetBoolRequest.zero(), Duration.ofMillis(100)))
        .isInstanceOf(IOException.class)
        .hasMessage("/slow did not answer within 100 ms");
    never.countDown();
  }

  @Test
  void aClosedServiceIsGoneFromTheMaster() throws Exception {
    ServiceServer service = server.newServiceServer("arm", SetBool.TYPE, ServiceTest::echo);
    assertThat(caller.getMaster().lookupService(service.getName())).isPresent();
    service.close();
    assertThat(caller.getMaster().lookupService(service.getName())).isEmpty();
  }
}
