package dev.lookahead.bridge.recording.topics;

import dev.lookahead.bridge.recording.log.MessagePlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The images of one topic over time: when, and where in the file. */
final class FrameTrack {

  /** One image. */
  private record Image(long nanos, MessagePlace place) {}

  private List<Image> images = new ArrayList<>();

  void add(long nanos, MessagePlace place) {
    images.add(new Image(nanos, place));
  }

  /** Puts the images into the order of their stamps; of equal ones the first stays. */
  void sort() {
    images.sort(Comparator.comparingLong(Image::nanos));
    List<Image> distinct = new ArrayList<>(images.size());
    for (Image image : images) {
      if (distinct.isEmpty() || distinct.get(distinct.size() - 1).nanos() < image.nanos()) {
        distinct.add(image);
      }
    }
    images = distinct;
  }

  int size() {
    return images.size();
  }

  long nanos(int index) {
    return images.get(index).nanos();
  }

  MessagePlace place(int index) {
    return images.get(index).place();
  }

  /** The newest image not later than a time, searched from one on that is not. */
  int newest(long nanos, int from) {
    int at = from;
    while (at + 1 < images.size() && images.get(at + 1).nanos() <= nanos) {
      at++;
    }
    return at;
  }

  /** The median time between images, at least 1 ns; 1 s if there are fewer than two. */
  long medianPeriodNanos() {
    if (images.size() < 2) {
      return 1_000_000_000;
    }
    long[] periods = new long[images.size() - 1];
    for (int i = 0; i < periods.length; i++) {
      periods[i] = images.get(i + 1).nanos() - images.get(i).nanos();
    }
    Arrays.sort(periods);
    return Math.max(1, periods[periods.length / 2]);
  }
}
