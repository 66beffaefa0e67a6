package dev.lookahead.launch.bench.ros;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.node.NodeSources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * @return all lines
   */
  public List<RosBenchRow> run(BooleanSupplier stop, Consumer<RosBenchRow> rows)
      throws IOException, InterruptedException {
    Peers peers = Peers.find(folder);
    List<ImageListener> listeners = new ArrayList<>(List.of(new OwnListener(sources)));
    listeners.addAll(peers.listeners());
    List<RosBenchRow> all = new ArrayList<>();
    ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "listener"));
    try (RosCore master = RosCore.newPrivate(0, sources.random())) {
      for (ImageStream stream : settings.streams()) {
        List<RosBenchRow> measured = measure(stream, listeners, master.getUri(), threads, stop);
        peers
            .missing()
            .forEach((name, why) -> measured.add(RosBenchRow.missing(stream, name, why)));
        measured.forEach(rows);
        all.addAll(measured);
      }
    } finally {
      threads.shutdownNow();
    }
    return all;
  }

  private List<RosBenchRow> measure(
      ImageStream stream,
      List<ImageListener> listeners,
      URI master,
      ExecutorService threads,
      BooleanSupplier stop)
      throws IOException, InterruptedException {
    Map<String, List<Slice>> turns = new LinkedHashMap<>();
    Map<String, String> failures = new LinkedHashMap<>();
    listeners.forEach(listener -> turns.put(listener.name(), new ArrayList<>()));
    Process source = ImageSource.start(master, stream);
    try {
      for (int round = 0; round < settings.rounds(); round++) {
        for (List<ImageListener> group : groups(listeners)) {
          if (!stop.getAsBoolean()) {
            listen(group, master, threads, turns, failures);
          }
        }
      }
    } finally {
      source.destroyForcibly().onExit().join();
    }
    List<Slice> roscpp = turns.getOrDefault("roscpp", List.of());
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
