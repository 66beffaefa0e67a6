package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.worldmodel.CameraFrame;

/** A camera frame with its title. */
final class FrameFigure {

  private FrameFigure() {}

  /**
   * @param what it shows, for those who cannot see it: the camera frame at the ...
   */
  static Markup of(String title, String what, CameraFrame frame) {
    return element("figure")
        .add(
            element("img")
                .with("src", Stage.dataUri(frame))
                .with("alt", "Camera frame at the " + what),
            element("figcaption").text(title));
  }
}
