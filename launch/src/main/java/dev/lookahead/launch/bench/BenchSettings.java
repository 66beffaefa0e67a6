package dev.lookahead.launch.bench;

import java.util.List;

/**
 * What to measure.
 *
 * @param only names of workloads; empty for all
 * @param threads of the tensor engine, each 1 to 256
 * @param widths of the reference model, each a multiple of 32 from 32 to 1024
 * @param secondsEach how long each workload is measured
 */
public record BenchSettings(
    List<String> only, List<Integer> threads, List<Integer> widths, double secondsEach) {

  /** Everything there is to measure. */
  public static final List<String> NAMES =
      List.of(
          "gemm",
          "rollout",
          "training-step",
          "encode",
          "masked-encode",
          "plan",
          "simulator-steps",
          "frames",
          "loader");

  /** Checks names and ranges. */
  public BenchSettings {
    only = List.copyOf(only);
    threads = List.copyOf(threads);
    widths = List.copyOf(widths);
    for (String name : only) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException("only must be among " + NAMES + ", got '" + name + "'");
      }
    }
    for (int count : threads) {
      if (count < 1 || count > 256) {
        throw new IllegalArgumentException("threads must be 1 to 256, got " + count);
      }
    }
    for (int width : widths) {
      if (width < 32 || width > 1024 || width % 32 != 0) {
        throw new IllegalArgumentException(
            "width must be a multiple of 32 from 32 to 1024, got " + width);
      }
    }
    if (!(secondsEach > 0 && secondsEach <= 600)) {
      throw new IllegalArgumentException(
          "seconds must be above 0 and at most 600, got " + secondsEach);
    }
  }

  /** Whether a workload was asked for. */
  boolean wants(String name) {
    return only.isEmpty() || only.contains(name);
  }
}
