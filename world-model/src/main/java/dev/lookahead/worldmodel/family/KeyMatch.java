package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.TensorEntry;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A key table held against the tensors of a folder. */
final class KeyMatch {

  /** More problems of one kind are counted, not named. */
  private static final int MOST_NAMED = 12;

  private final HuggingFaceFolder folder;
  private final Map<String, KeyTable.Origin> origins = new LinkedHashMap<>();
  private final Map<String, Shape> shapes = new LinkedHashMap<>();
  private final Map<String, String> published = new TreeMap<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> misshapen = new ArrayList<>();
  private final List<String> unexpected = new ArrayList<>();

  private KeyMatch(HuggingFaceFolder folder) {
    this.folder = folder;
    folder.names().forEach(name -> published.put(plain(name), name));
  }

  /** Wrappers of PyTorch and of the reference that come and go in the middle of names. */
  private static String plain(String name) {
    return name.replaceAll("(^|\\.)(?:module\\.|backbone\\.)+", "$1");
  }

  static KeyMatch of(KeyTable table, List<ParameterSpec> parameters, HuggingFaceFolder folder) {
    KeyMatch match = new KeyMatch(folder);
    Map<String, String> left = new TreeMap<>(match.published);
    for (ParameterSpec spec : parameters) {
      KeyTable.Origin origin =
          table
              .origin(spec.name())
              .orElseThrow(
                  () -> new IllegalStateException("no key table speaks of '" + spec.name() + "'"));
      match.origins.put(spec.name(), origin);
      match.shapes.put(spec.name(), spec.shape());
      match.compare(spec.shape(), origin);
      origin.theirs().forEach(left::remove);
    }
    left.keySet().stream().filter(name -> !table.leavesOut(name)).forEach(match.unexpected::add);
    return match;
  }

  private void compare(Shape own, KeyTable.Origin origin) {
    int sources = origin.theirs().size();
    for (int i = 0; i < sources; i++) {
      String name = origin.theirs().get(i);
      String found = published.get(name);
      if (found == null) {
        missing.add(name + " " + origin.how().expected(own, sources, i));
      } else {
        TensorEntry entry = folder.entry(found);
        if (!origin.how().fits(entry.shape(), own, sources, i)) {
          misshapen.add(
              "%s expected %s found %s"
                  .formatted(name, origin.how().expected(own, sources, i), entry.shape()));
        }
      }
    }
  }

  /** How many tensors the table misses: the right table of a family misses the fewest. */
  int missing() {
    return missing.size();
  }

  /**
   * Refuses a folder that is not exactly what was expected.
   *
   * @throws CheckpointException listing everything missing, unexpected and misshapen
   */
  void requireComplete(String family) {
    if (!missing.isEmpty() || !unexpected.isEmpty() || !misshapen.isEmpty()) {
      throw new CheckpointException(
          folder.path(),
          "the weights are not those of a model of family '%s' as config.json describes it: missing %s; unexpected %s; wrong shape %s"
              .formatted(family, some(missing), some(unexpected), some(misshapen)));
    }
  }

  private static String some(List<String> names) {
    if (names.isEmpty()) {
      return "none";
    }
    String named = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    return names.size() > MOST_NAMED
        ? named + " and " + (names.size() - MOST_NAMED) + " more"
        : named;
  }

  /** One of our tensors, made from the folder's. */
  HostTensor tensor(String own) {
    KeyTable.Origin origin = origins.get(own);
    Shape shape = shapes.get(own);
    if (origin == null || shape == null) {
      throw new IllegalArgumentException("no parameter is called '" + own + "'");
    }
    List<HostTensor> sources =
        origin.theirs().stream()
            .map(name -> folder.tensor(published.getOrDefault(name, name)))
            .toList();
    return origin.how().apply(sources, shape);
  }
}
