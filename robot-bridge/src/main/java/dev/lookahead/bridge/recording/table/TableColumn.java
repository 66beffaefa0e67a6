package dev.lookahead.bridge.recording.table;

import java.util.List;

/**
 * One column of a recording.
 *
 * @param name as the recording has it, for example {@code observation.state}
 * @param image whether a row is an image, otherwise it is a vector of numbers
 * @param width pixels of an image, or the length of a vector; at least 1
 * @param height pixels of an image; 1 for a vector
 * @param axes what the components of a vector are called; empty if the recording does not say
 */
public record TableColumn(String name, boolean image, int width, int height, List<String> axes) {

  /** The longest vector that is one: 65,536 values. */
  public static final int MAX_VECTOR = 1 << 16;

  private static final int MAX_SIDE = 8192;

  /** Copies the list and checks the sizes. */
  public TableColumn {
    int max = image ? MAX_SIDE : MAX_VECTOR;
    if (width < 1 || width > max || height < 1 || height > (image ? MAX_SIDE : 1)) {
      throw new IllegalArgumentException(
          "column '%s' has rows of %dx%d, at most %d is supported"
              .formatted(name, width, height, max));
    }
    axes = axes.size() == width ? List.copyOf(axes) : List.of();
  }

  /** A column of images. */
  public static TableColumn image(String name, int width, int height) {
    return new TableColumn(name, true, width, height, List.of());
  }

  /** A column of vectors. */
  public static TableColumn vector(String name, int length, List<String> axes) {
    return new TableColumn(name, false, length, 1, axes);
  }

  /** What a component of a vector is called. */
  String axis(int index) {
    if (!axes.isEmpty()) {
      return axes.get(index);
    }
    return width == 1 ? name : name + "[" + index + "]";
  }

  /** The bytes of one image, H x W x 3. */
  public int frameBytes() {
    return width * height * 3;
  }

  @Override
  public String toString() {
    return image ? "%s (images %dx%d)".formatted(name, width, height) : name + " [" + width + "]";
  }
}
