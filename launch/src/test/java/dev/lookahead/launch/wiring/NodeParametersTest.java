package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeParametersTest {

  @Test
  void eachLeafIsASettingAndListsStayWhole() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("arm", false);
    parameters.put("robot", Map.of("link", Map.of("patience", "60s")));
    parameters.put("safety", Map.of("maxRates", List.of(0.5, 2.0)));
    parameters.put("seed", 3);

    assertThat(NodeParameters.settings(parameters))
        .containsExactly(
            "arm=false", "robot.link.patience=60s", "safety.maxRates=[0.5,2.0]", "seed=3");
  }

  @Test
  void aNodeWithoutParametersHasNoSettings() {
    assertThat(NodeParameters.settings(Map.of())).isEmpty();
  }

  @Test
  void aBinaryParameterIsRefusedByName() {
    assertThatThrownBy(() -> NodeParameters.settings(Map.of("a", Map.of("b", new byte[1]))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.b is binary");
  }
}
