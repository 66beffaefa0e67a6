package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/** How published tensors become one of ours; each is exact. */
enum Rearrangement {
  /** The same numbers under the same extents. */
  SAME,
  /** The same numbers; extents of one may come or go. */
  RESHAPED,
  /** A patch convolution [D, 3, ..., p, p] as a map of pixels in frame order [D, ... p p 3]. */
  CHANNELS_LAST,
  /** Maps one after another: queries, keys, values [n, m] to [3 n, m]. */
  ROWS,
  /** The CLS token with its own position [1, 1 + N, D] added: [1, 1, D]. */
  CLS_IN_PLACE,
  /** Positions [1, 1 + N, D] without that of the CLS token: [N, D]. */
  WITHOUT_CLS;

  /** The name in key tables. */
  static Rearrangement named(String name) {
    return Arrays.stream(values())
        .filter(how -> how.tableName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no rearrangement is called '" + name + "'"));
  }

  private String tableName() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Whether the source at an index, out of some, has the extents that make up our shape. */
  boolean fits(List<Long> source, Shape own, int sources, int index) {
    long count = source.stream().reduce(1L, (a, b) -> a * b);
    return switch (this) {
      case SAME -> source.equals(longs(own));
      case RESHAPED -> withoutOnes(source).equals(withoutOnes(longs(own)));
      case CHANNELS_LAST ->
          source.size() >= 3
              && source.get(0) == own.size(0)
              && source.get(1) == 3
              && count == own.count();
      case ROWS -> source.equals(longs(own.with(0, own.size(0) / sources)));
      case CLS_IN_PLACE ->
          index == 0
              ? count == own.count()
              : source.size() == 3 && source.get(2) == own.last() && source.get(1) > 1;
      case WITHOUT_CLS -> source.equals(List.of(1L, own.size(0) + 1L, (long) own.last()));
    };
  }

  /** What {@link #fits} wants, for errors. */
  String expected(Shape own, int sources, int index) {
    return switch (this) {
      case SAME, RESHAPED -> own.toString();
      case CHANNELS_LAST -> "[%d, 3, ...] of %d numbers".formatted(own.size(0), own.count());
      case ROWS -> own.with(0, own.size(0) / sources).toString();
      case CLS_IN_PLACE -> index == 0 ? own.toString() : "[1, 1 + places, " + own.last() + "]";
      case WITHOUT_CLS -> "[1, %d, %d]".formatted(own.size(0) + 1, own.last());
    };
  }

  /** Ours, from sources that fit. */
  HostTensor apply(List<HostTensor> sources, Shape own) {
    HostTensor first = sources.get(0);
    return switch (this) {
      case SAME -> first;
      case RESHAPED -> HostTensor.owning(own, first.toArray());
      case CHANNELS_LAST -> channelsLast(first, own);
      case ROWS -> rows(sources, own);
      case CLS_IN_PLACE -> {
        float[] values = first.toArray();
        for (int i = 0; i < values.length; i++) {
          values[i] += sources.get(1).get(i);
        }
        yield HostTensor.owning(own, values);
      }
      case WITHOUT_CLS -> {
        float[] all = first.toArray();
        yield HostTensor.owning(own, Arrays.copyOfRange(all, own.last(), all.length));
      }
    };
  }

  private static HostTensor rows(List<HostTensor> sources, Shape own) {
    float[] values = new float[own.count()];
    int at = 0;
    for (HostTensor source : sources) {
      float[] part = source.toArray();
      System.arraycopy(part, 0, values, at, part.length);
      at += part.length;
    }
    return HostTensor.owning(own, values);
  }

  private static HostTensor channelsLast(HostTensor kernel, Shape own) {
    int out = own.size(0);
    int channels = kernel.shape().size(1);
    int area = own.count() / out / channels;
    float[] theirs = kernel.toArray();
    float[] values = new float[theirs.length];
    for (int i = 0; i < values.length; i++) {
      int pixel = i % area;
      int channel = i / area % channels;
      int unit = i / area / channels;
      values[(unit * area + pixel) * channels + channel] = theirs[i];
    }
    return HostTensor.owning(own, values);
  }

  private static List<Long> longs(Shape shape) {
    return Arrays.stream(shape.toArray()).mapToObj(Long::valueOf).toList();
  }

  private static List<Long> withoutOnes(List<Long> extents) {
    return extents.stream().filter(extent -> extent != 1).toList();
  }
}
