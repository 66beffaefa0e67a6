package dev.lookahead.bridge.ros1.master;

import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.xmlrpc.RosReply;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcCall;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcException;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Bool;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Struct;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Text;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What nodes ask of the master about parameters. */
final class ParameterApi {

  private static final Struct NOTHING = new Struct(Map.of());
  private static final int MAX_LISTENERS = 10_000;

  private final ParameterStore store;
  private final SlaveNotifier slaves;
  private final Map<GraphName, Set<URI>> listeners = new TreeMap<>();

  ParameterApi(ParameterStore store, SlaveNotifier slaves) {
    this.store = store;
    this.slaves = slaves;
  }

  RosReply answer(GraphName caller, XmlRpcCall call) throws XmlRpcException {
    return switch (call.method()) {
      case "getParam" ->
          store
              .get(key(caller, call, 1))
              .map(value -> RosReply.success("", value))
              .orElse(RosReply.error("Parameter [" + key(caller, call, 1) + "] is not set"));
      case "setParam" -> set(key(caller, call, 1), call.parameter(2));
      case "deleteParam" -> delete(key(caller, call, 1));
      case "hasParam" -> {
        GraphName key = key(caller, call, 1);
        yield RosReply.success(key.text(), new Bool(store.has(key)));
      }
      case "searchParam" ->
          store
              .search(caller, GraphName.of(call.text(1)))
              .map(found -> RosReply.success("Found", new Text(found.text())))
              .orElse(RosReply.error("Cannot find parameter [" + call.text(1) + "]"));
      case "getParamNames" -> RosReply.success("Parameter names", XmlRpcValue.texts(store.names()));
      case "subscribeParam" -> subscribe(key(caller, call, 2), URI.create(call.text(1)));
      case "unsubscribeParam" -> unsubscribe(key(caller, call, 2), URI.create(call.text(1)));
      default -> throw new XmlRpcException("the master has no method " + call.method());
    };
  }

  private RosReply set(GraphName key, XmlRpcValue value) {
    store.set(key, value);
    tellListeners(key, value);
    return RosReply.success("parameter " + key + " set");
  }

  private RosReply delete(GraphName key) {
    if (!store.delete(key)) {
      return RosReply.error("parameter [" + key + "] is not set");
    }
    tellListeners(key, NOTHING);
    return RosReply.success("parameter " + key + " deleted");
  }

  /** Those at or above the key hear what changed; those below hear what is theirs now. */
  private void tellListeners(GraphName key, XmlRpcValue value) {
    listeners.forEach(
        (heard, uris) -> {
          if (key.isWithin(heard)) {
            tell(uris, key, value);
          } else if (heard.isWithin(key)) {
            tell(uris, heard, store.get(heard).orElse(NOTHING));
          }
        });
  }

  private void tell(Set<URI> uris, GraphName key, XmlRpcValue value) {
    XmlRpcCall update =
        XmlRpcCall.of("paramUpdate", new Text("/master"), new Text(key.text()), value);
    uris.forEach(uri -> slaves.tell(uri, update));
  }

  private RosReply subscribe(GraphName key, URI slave) {
    int all = listeners.values().stream().mapToInt(Set::size).sum();
    if (all >= MAX_LISTENERS) {
      return RosReply.error("at most " + MAX_LISTENERS + " listeners can be subscribed");
    }
    listeners.computeIfAbsent(key, unused -> new LinkedHashSet<>()).add(slave);
    return RosReply.success("subscribed to " + key, store.get(key).orElse(NOTHING));
  }

  private RosReply unsubscribe(GraphName key, URI slave) {
    Set<URI> heard = listeners.get(key);
    boolean removed = heard != null && heard.remove(slave);
    return RosReply.success("unsubscribed", new XmlRpcValue.Int(removed ? 1 : 0));
  }

  /** Relative keys lie in the caller's namespace, private ones below the caller. */
  private static GraphName key(GraphName caller, XmlRpcCall call, int index)
      throws XmlRpcException {
    GraphName key = GraphName.of(call.text(index));
    if (key.isPrivate()) {
      return caller.join(GraphName.of(key.text().replaceFirst("~/?", "")));
    }
    return caller.parent().join(key);
  }
}
