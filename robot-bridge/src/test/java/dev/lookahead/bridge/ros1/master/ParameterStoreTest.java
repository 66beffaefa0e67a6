package dev.lookahead.bridge.ros1.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterStoreTest {

  private static final XmlRpcValue ONE = new XmlRpcValue.Int(1);
  private static final XmlRpcValue TWO = new XmlRpcValue.Int(2);

  private final ParameterStore store = new ParameterStore();

  private static GraphName name(String text) {
    return GraphName.of(text);
  }

  private static XmlRpcValue struct(String key, XmlRpcValue value) {
    return new XmlRpcValue.Struct(Map.of(key, value));
  }

  @Test
  void aNamespaceIsAStructOfWhatLiesBelow() {
    store.set(name("/a/b"), ONE);
    store.set(name("/a/c/d"), TWO);
    store.set(name("/ab"), TWO);
    assertThat(store.get(name("/a")))
        .contains(new XmlRpcValue.Struct(Map.of("b", ONE, "c", struct("d", TWO))));
    assertThat(store.get(name("/a/c/d"))).contains(TWO);
    assertThat(store.get(name("/none"))).isEmpty();
  }

  @Test
  void settingAStructReplacesTheNamespaceAndSettingAValueBelowReplacesAValueAbove() {
    store.set(name("/a/b"), ONE);
    store.set(name("/a"), struct("c", TWO));
    assertThat(store.names()).containsExactly(name("/a/c"));
    store.set(name("/a/c/d"), ONE);
    assertThat(store.names()).containsExactly(name("/a/c/d"));
    store.set(name("/"), struct("x", ONE));
    assertThat(store.names()).containsExactly(name("/x"));
    assertThatThrownBy(() -> store.set(GraphName.ROOT, ONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.names()).containsExactly(name("/x"));
  }

  @Test
  void deletingANamespaceDeletesAllBelow() {
    store.set(name("/a/b"), ONE);
    store.set(name("/a/c"), ONE);
    assertThat(store.has(name("/a"))).isTrue();
    assertThat(store.delete(name("/a"))).isTrue();
    assertThat(store.delete(name("/a"))).isFalse();
    assertThat(store.has(name("/a"))).isFalse();
  }

  @Test
  void searchGoesUpwardFromTheNode() {
    store.set(name("/gain"), ONE);
    store.set(name("/robot/gain"), ONE);
    assertThat(store.search(name("/robot/planner"), name("gain"))).contains(name("/robot/gain"));
    assertThat(store.search(name("/other/planner"), name("gain/x"))).contains(name("/gain/x"));
    assertThat(store.search(name("/robot/planner"), name("none"))).isEmpty();
  }
}
