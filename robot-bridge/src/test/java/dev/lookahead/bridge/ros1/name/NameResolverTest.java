package dev.lookahead.bridge.ros1.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameResolverTest {

  private static NameResolver resolver(Map<GraphName, GraphName> remappings) {
    return new NameResolver(GraphName.of("/robot/planner"), remappings);
  }

  @ParameterizedTest
  @CsvSource({
    "image,/robot/image",
    "cam/image,/robot/cam/image",
    "/image,/image",
    "~rate,/robot/planner/rate",
    "~/rate,/robot/planner/rate"
  })
  void namesLieInTheNamespaceOrBelowTheNode(String said, String meant) {
    assertThat(resolver(Map.of()).resolve(said)).hasToString(meant);
  }

  @Test
  void bothSidesOfARemappingAreResolvedFirst() {
    NameResolver names = resolver(Map.of(GraphName.of("image"), GraphName.of("camera/image_raw")));
    assertThat(names.resolve("image")).hasToString("/robot/camera/image_raw");
    assertThat(names.resolve("/robot/image")).hasToString("/robot/camera/image_raw");
    assertThat(names.resolve("/image")).hasToString("/image");
  }

  @Test
  void aNodeHasAGlobalName() {
    assertThatThrownBy(() -> new NameResolver(GraphName.of("planner"), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a node's name must be global, got 'planner'");
  }
}
