package dev.lookahead.bridge.ros1.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.name.GraphName;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParameterTreeTest {

  private RosCore core;
  private ConnectedNode node;
  private ParameterTree parameters;

  @BeforeEach
  void join() throws Exception {
    core = RosCore.newPrivate(0, new SplittableRandom(1));
    node = TestNodes.node("planner", core.getUri(), "__ns:=/robot", "_rate:=10", "_name:=1e-3x");
    parameters = node.getParameterTree();
  }

  @AfterEach
  void leave() {
    node.close();
    core.close();
  }

  @Test
  void eachTypeComesBackAsItWasSet() {
    parameters.set("limits", Map.of("speed", 0.5, "names", List.of("a", "b"), "on", true));
    assertThat(parameters.getDouble("limits/speed")).isEqualTo(0.5);
    assertThat(parameters.getList("/robot/limits/names")).isEqualTo(List.of("a", "b"));
    assertThat(parameters.getBoolean("limits/on")).isTrue();
    assertThat(parameters.getMap("limits").keySet()).hasSize(3);
    assertThat(parameters.getString("limits/none", "default")).isEqualTo("default");
  }

  @Test
  void theCommandLineSetsPrivateParameters() {
    assertThat(parameters.getInteger("~rate")).isEqualTo(10);
    assertThat(parameters.getDouble("/robot/planner/rate")).isEqualTo(10.0);
    assertThat(parameters.getString("~name")).isEqualTo("1e-3x");
  }

  @Test
  void whatIsNotSetOrOfAnotherTypeIsSaid() {
    assertThatThrownBy(() -> parameters.getDouble("~gain"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("the parameter /robot/planner/gain is not set: expected a Double");
    assertThatThrownBy(() -> parameters.getBoolean("~rate"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the parameter /robot/planner/rate must be a Boolean, got 10");
  }

  @Test
  void deletedIsGoneAndNamesAndSearchAreThoseOfTheMaster() {
    parameters.set("/gain", 2);
    assertThat(parameters.search("gain")).contains(GraphName.of("/gain"));
    assertThat(parameters.getNames()).contains(GraphName.of("/gain"), GraphName.of("/run_id"));
    assertThat(parameters.delete("/gain")).isTrue();
    assertThat(parameters.delete("/gain")).isFalse();
    assertThat(parameters.has("/gain")).isFalse();
  }

  @Test
  void aListenerHearsTheValueNowAndEachNewOne() throws Exception {
    BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    parameters.set("speed", 1);
    parameters.addParameterListener("speed", heard::add);
    assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(1);
    parameters.set("speed", 2.5);
    assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(2.5);
    parameters.set("/robot", Map.of("speed", 3));
    assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(3);
    parameters.delete("speed");
    assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(Map.of());
  }
}
