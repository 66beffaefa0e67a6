package dev.lookahead.bridge.ros1.name;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line as {@code rosrun} and {@code roslaunch} write it: remappings {@code from:=to},
 * special keys {@code __name:=}, {@code __ns:=}, {@code __log:=}, {@code __master:=}, {@code
 * __ip:=} and {@code __hostname:=}, private parameters {@code _name:=value}, and the node's own
 * arguments.
 *
 * @param rest the node's own arguments, in order
 * @param remappings from what is said to what is meant
 * @param parameters text of the private parameters by name, without the underscore
 * @param nodeName from {@code __name}; without namespace
 * @param namespace from {@code __ns}
 * @param logFile from {@code __log}; what the node logs is appended to it
 * @param masterUri from {@code __master}
 * @param host from {@code __hostname}, else {@code __ip}
 */
public record RosArguments(
    List<String> rest,
    Map<GraphName, GraphName> remappings,
    Map<String, String> parameters,
    Optional<String> nodeName,
    Optional<String> namespace,
    Optional<String> logFile,
    Optional<URI> masterUri,
    Optional<String> host) {

  private static final String ASSIGN = ":=";
  private static final List<String> SPECIAL =
      List.of("__name", "__ns", "__log", "__master", "__hostname", "__ip");

  /** Copies the collections. */
  public RosArguments {
    rest = List.copyOf(rest);
    remappings = Map.copyOf(remappings);
    parameters = Map.copyOf(parameters);
  }

  /** No arguments at all. */
  public static RosArguments none() {
    return parse(List.of());
  }

  /**
   * Sorts arguments by what they mean.
   *
   * @throws IllegalArgumentException naming the argument that cannot be used
   */
  public static RosArguments parse(List<String> arguments) {
    List<String> rest = new ArrayList<>();
    Map<GraphName, GraphName> remappings = new LinkedHashMap<>();
    Map<String, String> parameters = new LinkedHashMap<>();
    Map<String, String> special = new LinkedHashMap<>();
    for (String argument : arguments) {
      int assign = argument.indexOf(ASSIGN);
      if (assign <= 0 || argument.startsWith("-")) {
        rest.add(argument);
        continue;
      }
      String key = argument.substring(0, assign);
      String value = argument.substring(assign + ASSIGN.length());
      if (key.startsWith("__")) {
        special.put(requireKnown(argument, key), value);
      } else if (key.startsWith("_")) {
        parameters.put(key.substring(1), value);
      } else {
        remap(remappings, argument, key, value);
      }
    }
    return new RosArguments(
        rest,
        remappings,
        parameters,
        Optional.ofNullable(special.get("__name")).map(RosArguments::requireBaseName),
        Optional.ofNullable(special.get("__ns")),
        Optional.ofNullable(special.get("__log")),
        Optional.ofNullable(special.get("__master")).map(RosArguments::uri),
        Optional.ofNullable(special.get("__hostname"))
            .or(() -> Optional.ofNullable(special.get("__ip"))));
  }

  /** roscpp ignores special keys that it does not know; a misspelt one would mean nothing. */
  private static String requireKnown(String argument, String key) {
    if (!SPECIAL.contains(key)) {
      throw new IllegalArgumentException(
          "a special key is one of %s, got '%s'".formatted(SPECIAL, argument));
    }
    return key;
  }

  /** As roscpp: a name given from outside has no namespace, that is what {@code __ns} is for. */
  private static String requireBaseName(String name) {
    if (name.isEmpty() || name.contains("/") || name.contains("~")) {
      throw new IllegalArgumentException(
          "__name:= must be a name without '/' and '~', got '"
              + name
              + "': a namespace goes into __ns:=");
    }
    return GraphName.of(name).text();
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "__master:= must be like http://HOST:"
              + RosEnvironment.MASTER_PORT
              + ", got '"
              + text
              + "'",
          e);
    }
  }

  private static void remap(
      Map<GraphName, GraphName> remappings, String argument, String from, String to) {
    try {
      remappings.put(GraphName.of(from), GraphName.of(to));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a remapping must be like image:=/camera/image_raw, got '"
              + argument
              + "': "
              + e.getMessage(),
          e);
    }
  }

  /** What the environment says, with what this command line says instead. */
  public RosEnvironment over(RosEnvironment environment) {
    return new RosEnvironment(
        masterUri.orElse(environment.masterUri()),
        host.or(environment::host),
        namespace
            .map(text -> GraphName.ROOT.join(GraphName.of(text)))
            .orElse(environment.namespace()));
  }
}
