package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.master.MasterClient;
import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.name.NameResolver;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The parameters at the master, by names as this node says them: {@code ~rate} is its own.
 *
 * <p>A getter without default throws {@link NoSuchElementException} if the parameter is not set;
 * every getter throws {@link IllegalArgumentException} if its type is another one. An integer is
 * accepted as a double.
 *
 * <p>Thread: any. Each call asks the master and throws {@link UncheckedIOException} if it cannot be
 * reached.
 */
public final class ParameterTree {

  private final MasterClient master;
  private final NameResolver names;
  private final Registrar registrar;
  private final ParameterListeners listeners;

  ParameterTree(
      MasterClient master, NameResolver names, Registrar registrar, ParameterListeners listeners) {
    this.master = master;
    this.names = names;
    this.registrar = registrar;
    this.listeners = listeners;
  }

  /** The value of a parameter as a plain Java value; empty if it is not set. */
  public Optional<Object> get(String name) {
    GraphName key = names.resolve(name);
    return asked(() -> master.parameter(key)).map(ParameterValue::toJava);
  }

  private <T> T get(String name, Class<T> type) {
    return find(name, type)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "the parameter "
                        + names.resolve(name)
                        + " is not set: expected a "
                        + type.getSimpleName()));
  }

  private <T> Optional<T> find(String name, Class<T> type) {
    return get(name).map(value -> cast(name, value, type));
  }

  private <T> T cast(String name, Object value, Class<T> type) {
    Object fitting =
        type == Double.class && value instanceof Integer number ? number.doubleValue() : value;
    if (!type.isInstance(fitting)) {
      throw new IllegalArgumentException(
          "the parameter "
              + names.resolve(name)
              + " must be a "
              + type.getSimpleName()
              + ", got "
              + value);
    }
    return type.cast(fitting);
  }

  public boolean getBoolean(String name) {
    return get(name, Boolean.class);
  }

  public boolean getBoolean(String name, boolean defaultValue) {
    return find(name, Boolean.class).orElse(defaultValue);
  }

  public int getInteger(String name) {
    return get(name, Integer.class);
  }

  public int getInteger(String name, int defaultValue) {
    return find(name, Integer.class).orElse(defaultValue);
  }

  public double getDouble(String name) {
    return get(name, Double.class);
  }

  public double getDouble(String name, double defaultValue) {
    return find(name, Double.class).orElse(defaultValue);
  }

  public String getString(String name) {
    return get(name, String.class);
  }

  public String getString(String name, String defaultValue) {
    return find(name, String.class).orElse(defaultValue);
  }

  public List<?> getList(String name) {
    return get(name, List.class);
  }

  public List<?> getList(String name, List<?> defaultValue) {
    Optional<Object> value = get(name);
    return value.isPresent() ? cast(name, value.get(), List.class) : defaultValue;
  }

  public Map<?, ?> getMap(String name) {
    return get(name, Map.class);
  }

  public Map<?, ?> getMap(String name, Map<?, ?> defaultValue) {
    Optional<Object> value = get(name);
    return value.isPresent() ? cast(name, value.get(), Map.class) : defaultValue;
  }

  /**
   * Sets a parameter.
   *
   * @param value a Boolean, Integer, Double, String, byte[], List or Map of these
   */
  public void set(String name, Object value) {
    GraphName key = names.resolve(name);
    XmlRpcValue sent = ParameterValue.of(value);
    asked(
        () -> {
          master.setParameter(key, sent);
          return key;
        });
  }

  /** Whether a parameter is set. */
  public boolean has(String name) {
    GraphName key = names.resolve(name);
    return asked(() -> master.hasParameter(key));
  }

  /** Deletes a parameter; false if it was not set. */
  public boolean delete(String name) {
    GraphName key = names.resolve(name);
    return asked(() -> master.deleteParameter(key));
  }

  /** The nearest parameter of a relative name, from the node's own namespace upward. */
  public Optional<GraphName> search(String name) {
    return asked(() -> master.searchParameter(GraphName.of(name)));
  }

  /** The global names of all parameters. */
  public List<GraphName> getNames() {
    return new ArrayList<>(asked(master::parameterNames));
  }

  /**
   * Tells a listener each new value of a parameter, beginning with the one it has, if any. Lasts as
   * long as the node, also when the master is restarted.
   */
  public void addParameterListener(String name, ParameterListener listener) {
    GraphName key = names.resolve(name);
    listeners.add(key, listener);
    registrar.add(
        new Registrar.Registration(
            "listener of parameter " + key,
            (server, slave) -> {
              long before = listeners.updates(key);
              XmlRpcValue now = server.subscribeParameter(key, slave);
              if (!isUnset(now)) {
                listeners.found(key, now, before);
              }
            },
            (server, slave) -> server.unsubscribeParameter(key, slave)));
  }

  /** The master answers an empty struct for a parameter that is not set. */
  private static boolean isUnset(XmlRpcValue value) {
    return value instanceof XmlRpcValue.Struct struct && struct.members().isEmpty();
  }

  private interface Question<T> {
    T ask() throws IOException;
  }

  private static <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
