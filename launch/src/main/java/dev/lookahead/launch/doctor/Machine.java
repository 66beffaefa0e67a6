package dev.lookahead.launch.doctor;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the checks look at.
 *
 * @param javaFeature the feature release of the running Java, for example 17
 * @param javaVersion its full name
 * @param cores processors available to this process
 * @param memoryBytes physical memory; 0 if unknown
 * @param heapBytes the most the Java heap can grow to
 * @param workingFolder where runs are written
 * @param engineCache where the engine unpacks its native libraries
 * @param environment the environment variables
 */
public record Machine(
    int javaFeature,
    String javaVersion,
    int cores,
    long memoryBytes,
    long heapBytes,
    Path workingFolder,
    Path engineCache,
    Map<String, String> environment) {

  /** Copies the environment. */
  public Machine {
    environment = Map.copyOf(environment);
  }
}
