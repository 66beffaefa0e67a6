package dev.lookahead.bridge.ros1.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RosEnvironmentTest {

  @Test
  void withoutVariablesTheNodeStaysOnLoopback() {
    assertThat(RosEnvironment.of(Map.of("ROS_IP", " "))).isEqualTo(RosEnvironment.defaults());
    assertThat(RosEnvironment.defaults().host()).isEmpty();
  }

  @Test
  void theHostNameComesBeforeTheAddress() {
    RosEnvironment environment =
        RosEnvironment.of(
            Map.of(
                "ROS_HOSTNAME", "robot.local",
                "ROS_IP", "10.0.0.2",
                "ROS_NAMESPACE", "robot1",
                "ROS_MASTER_URI", "http://master"));
    assertThat(environment.host()).contains("robot.local");
    assertThat(environment.namespace()).hasToString("/robot1");
    assertThat(environment.masterUri()).hasToString("http://master:11311");
  }

  @Test
  void aMasterThatIsNoHttpUriIsNamed() {
    assertThatThrownBy(() -> RosEnvironment.of(Map.of("ROS_MASTER_URI", "robot:11311")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ROS_MASTER_URI must be like http://HOST:11311, got robot:11311");
    assertThatThrownBy(() -> RosEnvironment.of(Map.of("ROS_MASTER_URI", "http://a b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("ROS_MASTER_URI must be like http://HOST:11311");
  }
}
