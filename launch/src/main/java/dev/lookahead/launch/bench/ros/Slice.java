package dev.lookahead.launch.bench.ros;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One turn of one subscriber.
 *
 * @param latencyNanos header stamp to callback, an image each, in the order of arrival
 * @param dropped numbers of the sender that are missing between the first and the last image
 * @param cpuShare processor time of the subscriber's process over real time; 1 is one core
 * @param heapBytesPerFrame allocated by the thread that receives; none where it cannot be known
 */
record Slice(
    List<Long> latencyNanos, long dropped, double cpuShare, OptionalDouble heapBytesPerFrame) {

  Slice {
    latencyNanos = List.copyOf(latencyNanos);
  }
}
