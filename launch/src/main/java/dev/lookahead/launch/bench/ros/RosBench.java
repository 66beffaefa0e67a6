package dev.lookahead.launch.bench.ros;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.launch.bench.ros.RosBenchSettings.PublisherLibrary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Measures subscribers on streams of images.
 *
 * @param settings what to measure
 * @param sources of time and chance
 * @param folder for programs of the peers; its owner removes it
 */
public record RosBench(RosBenchSettings settings, NodeSources sources, Path folder) {

  /**
   * Measures.
   *
   * @param stop asked between turns
   * @param rows told each line as soon as it is known
   * @return all lines, and under which conditions they came about
   */
  public RosBenchResult run(BooleanSupplier stop, Consumer<RosBenchRow> rows)
      throws IOException, InterruptedException {
    double loadBefore = Conditions.load();
    Peers peers = Peers.find(folder);
    ImageSource source = source(peers);
    boolean instead = settings.publisher() == PublisherLibrary.ROSCPP && peers.camera().isEmpty();
    Optional<String> whyNotRoscpp =
        instead ? Optional.ofNullable(peers.missing().get(Peers.ROSCPP)) : Optional.empty();
    List<ImageListener> listeners = new ArrayList<>(List.of(new OwnListener(sources)));
    listeners.addAll(peers.listeners());
    List<RosBenchRow> all = new ArrayList<>();
    ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "listener"));
    try (RosCore master = RosCore.newPrivate(0, sources.random())) {
      for (ImageStream stream : settings.streams()) {
        List<RosBenchRow> measured =
            measure(stream, source, listeners, master.getUri(), threads, stop);
        peers
            .missing()
            .forEach((name, why) -> measured.add(RosBenchRow.missing(stream, name, why)));
        measured.forEach(rows);
        all.addAll(measured);
      }
    } finally {
      threads.shutdownNow();
    }
    return new RosBenchResult(Conditions.now(source, whyNotRoscpp, loadBefore), all);
  }

  private ImageSource source(Peers peers) {
    ImageSource own = ImageSource.own(folder);
    return switch (settings.publisher()) {
      case ROSCPP -> peers.camera().orElse(own);
      case LOOKAHEAD -> own;
    };
  }

  private List<RosBenchRow> measure(
      ImageStream stream,
      ImageSource source,
      List<ImageListener> listeners,
      URI master,
      ExecutorService threads,
      BooleanSupplier stop)
      throws IOException, InterruptedException {
    Map<String, List<Slice>> turns = new LinkedHashMap<>();
    Map<String, String> failures = new LinkedHashMap<>();
    listeners.forEach(listener -> turns.put(listener.name(), new ArrayList<>()));
    Process camera = source.start(master, stream);
    try {
      for (int round = 0; round < settings.rounds(); round++) {
        for (List<ImageListener> group : groups(listeners)) {
          if (!stop.getAsBoolean()) {
            listen(group, master, threads, turns, failures);
          }
        }
      }
    } finally {
      camera.destroyForcibly().onExit().join();
    }
    List<Slice> roscpp = turns.getOrDefault(Peers.ROSCPP, List.of());
    List<RosBenchRow> rows = new ArrayList<>();
    turns.forEach(
        (name, slices) -> {
          if (failures.containsKey(name)) {
            rows.add(RosBenchRow.missing(stream, name, failures.getOrDefault(name, "")));
          } else if (!slices.isEmpty()) {
            rows.add(RosBenchRow.of(stream, name, slices, roscpp));
          }
        });
    return rows;
  }

  private List<List<ImageListener>> groups(List<ImageListener> listeners) {
    return settings.together() ? List.of(listeners) : listeners.stream().map(List::of).toList();
  }

  private void listen(
      List<ImageListener> group,
      URI master,
      ExecutorService threads,
      Map<String, List<Slice>> turns,
      Map<String, String> failures)
      throws InterruptedException {
    Map<String, Future<Slice>> heard = new LinkedHashMap<>();
    for (ImageListener listener : group) {
      heard.put(
          listener.name(),
          threads.submit(
              () -> listener.listen(master, settings.warmUpSeconds(), settings.seconds())));
    }
    for (Map.Entry<String, Future<Slice>> entry : heard.entrySet()) {
      try {
        turns
            .computeIfAbsent(entry.getKey(), name -> new ArrayList<>())
            .add(entry.getValue().get());
      } catch (ExecutionException e) {
        failures.put(entry.getKey(), String.valueOf(e.getCause()));
      }
    }
  }
}
