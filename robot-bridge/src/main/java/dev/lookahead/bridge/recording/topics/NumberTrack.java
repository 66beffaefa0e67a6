package dev.lookahead.bridge.recording.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The numbers of one topic over time. */
final class NumberTrack {

  /** One message. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; a list would box each number.
  private record Sample(long nanos, float[] values) {}

  private static final Comparator<Sample> BY_TIME = Comparator.comparingLong(Sample::nanos);

  private final List<Sample> samples = new ArrayList<>();
  private boolean sorted = true;

  void add(long nanos, float[] values) {
    sorted &= samples.isEmpty() || samples.get(samples.size() - 1).nanos() <= nanos;
    samples.add(new Sample(nanos, values));
  }

  /** Puts the messages into the order of their stamps; of equal ones the later message wins. */
  void sort() {
    if (!sorted) {
      samples.sort(BY_TIME);
      sorted = true;
    }
  }

  int size() {
    return samples.size();
  }

  long nanos(int index) {
    return samples.get(index).nanos();
  }

  float value(int index, int column) {
    return samples.get(index).values()[column];
  }

  boolean isFinite(int index) {
    for (float value : samples.get(index).values()) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** The newest message not later than a time, -1 if there is none; searched from an index on. */
  int newest(long nanos, int from) {
    int low = Math.max(from, -1);
    int high = samples.size() - 1;
    while (low < high) {
      int middle = low + (high - low + 1) / 2;
      if (samples.get(middle).nanos() <= nanos) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
