package dev.lookahead.launch.wiring;

import dev.lookahead.launch.terminal.BuildInfo;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was started, with what, on which machine: the {@code run.json} of a run.
 *
 * @param verb for example {@code train}
 * @param preset its configuration's name
 * @param started when it began
 * @param seeds every seed the run draws from, by its purpose
 * @param versions of everything that takes part
 * @param machine what it runs on
 */
public record RunRecord(
    String verb,
    String preset,
    Instant started,
    Map<String, Long> seeds,
    Map<String, String> versions,
    Map<String, String> machine) {

  /** Copies the maps, keeping their order. */
  public RunRecord {
    seeds = Collections.unmodifiableMap(new LinkedHashMap<>(seeds));
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    machine = Collections.unmodifiableMap(new LinkedHashMap<>(machine));
  }

  /** A run on this machine. */
  public static RunRecord of(
      String verb, String preset, Instant started, Map<String, Long> seeds, BuildInfo build) {
    return new RunRecord(verb, preset, started, seeds, versions(build), thisMachine());
  }

  /** The versions of this program and of what it runs on. */
  public static Map<String, String> versions(BuildInfo build) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("lookahead", build.version());
    versions.put("commit", build.commit());
    versions.put(
        "java", System.getProperty("java.version") + " " + System.getProperty("java.vendor"));
    versions.put("djl", build.djl());
    versions.put("torch", build.torch());
    return versions;
  }

  private static Map<String, String> thisMachine() {
    Map<String, String> machine = new LinkedHashMap<>();
    machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    machine.put("architecture", System.getProperty("os.arch"));
    machine.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    machine.put("heapBytes", Long.toString(Runtime.getRuntime().maxMemory()));
    return machine;
  }
}
