package dev.lookahead.bridge.ros1.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RosArgumentsTest {

  @Test
  void whatRoslaunchWritesIsSortedByMeaning() {
    RosArguments arguments =
        RosArguments.parse(
            List.of(
                "run",
                "image:=/camera/image_raw",
                "--fast",
                "__name:=wm",
                "__ns:=robot",
                "__log:=/tmp/wm.log",
                "__master:=http://robot:11311",
                "__ip:=10.0.0.2",
                "_rate:=10"));
    assertThat(arguments.rest()).containsExactly("run", "--fast");
    assertThat(arguments.remappings())
        .isEqualTo(Map.of(GraphName.of("image"), GraphName.of("/camera/image_raw")));
    assertThat(arguments.nodeName()).contains("wm");
    assertThat(arguments.logFile()).contains("/tmp/wm.log");
    assertThat(arguments.parameters()).isEqualTo(Map.of("rate", "10"));
    RosEnvironment environment = arguments.over(RosEnvironment.defaults());
    assertThat(environment.namespace()).hasToString("/robot");
    assertThat(environment.masterUri()).hasToString("http://robot:11311");
    assertThat(environment.host()).contains("10.0.0.2");
  }

  @Test
  void aRemappingThatIsNoneIsNamed() {
    assertThatThrownBy(() -> RosArguments.parse(List.of("image:=a b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "a remapping must be like image:=/camera/image_raw, got 'image:=a b'");
  }

  @Test
  void specialKeysThatRosDoesNotKnowAndNamesWithANamespaceAreRefused() {
    assertThatThrownBy(() -> RosArguments.parse(List.of("__nmae:=wm")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a special key is one of [__name, __ns, __log, __master, __hostname, __ip], got"
                + " '__nmae:=wm'");
    assertThatThrownBy(() -> RosArguments.parse(List.of("__name:=/robot/wm")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got '/robot/wm'")
        .hasMessageContaining("__ns:=");
    assertThatThrownBy(() -> RosArguments.parse(List.of("__name:=")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RosArguments.parse(List.of("__master:=no uri")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("__master:= must be like http://HOST:11311");
  }
}
