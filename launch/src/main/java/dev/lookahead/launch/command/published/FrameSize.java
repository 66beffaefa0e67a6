package dev.lookahead.launch.command.published;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code --frame} says, in pixels. */
record FrameSize(int height, int width) {

  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

  static FrameSize of(String size) {
    Matcher sides = FORM.matcher(size);
    if (!sides.matches()) {
      throw new IllegalArgumentException("--frame is HEIGHTxWIDTH in pixels, got '" + size + "'");
    }
    return new FrameSize(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
  }
}
