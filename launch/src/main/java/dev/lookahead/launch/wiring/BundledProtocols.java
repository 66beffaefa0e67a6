package dev.lookahead.launch.wiring;

import dev.lookahead.config.NearestName;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.sim.evaluation.DrawnPairs;
import dev.lookahead.sim.evaluation.ExpertOffsetPairs;
import dev.lookahead.sim.evaluation.PairSource;
import dev.lookahead.sim.evaluation.Protocol;
import dev.lookahead.sim.evaluation.ProtocolFile;
import dev.lookahead.sim.tworoom.TwoRoom;
import dev.lookahead.sim.tworoom.TwoRoomSettings;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds evaluation protocols: files of the user, and those that come with Lookahead. */
public final class BundledProtocols {

  private static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              "offset25", "two-room",
              "cross_room", "two-room",
              "random_cells", "point-maze-u",
              "random_branches", "forked-corridor"));

  /** Goals 25 expert steps ahead on paths of the published recipe. */
  private static final PairSource OFFSET_25 =
      new ExpertOffsetPairs(new TwoRoom(TwoRoomSettings.crossRoom()), 25);

  /** Start and goal uniform in opposite rooms. */
  private static final PairSource CROSS_ROOM =
      new DrawnPairs(new TwoRoom(new TwoRoomSettings(true, 0)));

  private static final PairSource RANDOM_CELLS =
      new DrawnPairs(SimulatedWorld.PointMazeWorld.defaults().world());

  private static final PairSource RANDOM_BRANCHES =
      new DrawnPairs(SimulatedWorld.ForkedCorridorWorld.defaults().world());

  private BundledProtocols() {}

  /**
   * A protocol and how more of its kind are drawn.
   *
   * @param note what the file says about its numbers
   * @param fresh empty for a protocol of the user
   */
  public record Found(Protocol protocol, String note, Optional<PairSource> fresh) {}

  /** The names of the bundled protocols, sorted. */
  public static List<String> names() {
    return List.copyOf(FILES.keySet());
  }

  /**
   * Finds a protocol.
   *
   * @param reference the name of a bundled one, or a file ending in {@code .json}, followed by
   *     {@code #name} if it holds several
   * @throws LaunchFailure if there is none of that name, or the file is missing or malformed
   */
  public static Found find(String reference) {
    int hash = reference.indexOf('#');
    String file = hash < 0 ? reference : reference.substring(0, hash);
    if (file.endsWith(".json")) {
      ProtocolFile read = read(file);
      String name = hash < 0 ? onlyName(read, file) : reference.substring(hash + 1);
      return new Found(chosen(read, name, file), read.note(), Optional.empty());
    }
    String world = FILES.get(reference);
    if (world == null) {
      throw unknown(reference, names(), "");
    }
    ProtocolFile bundled = bundled(world);
    return new Found(
        chosen(bundled, reference, world), bundled.note(), Optional.of(fresh(reference)));
  }

  private static ProtocolFile read(String file) {
    try {
      return ProtocolFile.read(Path.of(file));
    } catch (DataException unfit) {
      throw new LaunchFailure(
          ExitCode.DATA,
          String.valueOf(unfit.getMessage()),
          "name another file, or a bundled protocol: " + String.join(", ", names()));
    }
  }

  private static PairSource fresh(String name) {
    return switch (name) {
      case "offset25" -> OFFSET_25;
      case "cross_room" -> CROSS_ROOM;
      case "random_branches" -> RANDOM_BRANCHES;
      default -> RANDOM_CELLS;
    };
  }

  private static ProtocolFile bundled(String world) {
    String resource = "evaluation/" + world + ".json";
    try (InputStream in = BundledProtocols.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("this build has no " + resource);
      }
      return ProtocolFile.parse(resource, in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + resource, e);
    }
  }

  private static String onlyName(ProtocolFile file, String path) {
    if (file.names().size() > 1) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          path + " holds the protocols " + String.join(", ", file.names()),
          "name one: " + path + "#" + file.names().get(0));
    }
    return file.names().get(0);
  }

  private static Protocol chosen(ProtocolFile file, String name, String path) {
    return file.protocol(name).orElseThrow(() -> unknown(name, file.names(), " in " + path));
  }

  private static LaunchFailure unknown(String name, List<String> known, String where) {
    return new LaunchFailure(
        ExitCode.USAGE,
        "no protocol '" + name + "'" + where + NearestName.hint(name, known),
        "there are " + String.join(", ", known) + "; a file of your own ends in .json");
  }
}
