package dev.lookahead.bridge.camera;

import dev.lookahead.bridge.ros1.msg.sensor_msgs.CameraInfo;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.RegionOfInterest;
import java.util.ArrayList;
import java.util.List;

/** Whether a camera's description fits its images. */
public final class CameraInfoCheck {

  private CameraInfoCheck() {}

  /**
   * What is wrong, one sentence each; empty if all fits.
   *
   * <p>A region of interest or binning makes images smaller than {@code width} and {@code height},
   * which describe the whole sensor.
   *
   * @param width pixels of the images that arrive
   * @param height pixels of the images that arrive
   */
  public static List<String> problems(CameraInfo info, long width, long height) {
    List<String> problems = new ArrayList<>();
    RegionOfInterest region = info.roi();
    boolean whole = region.width() == 0 && region.height() == 0;
    long seenWidth = (whole ? info.width() : region.width()) / Math.max(1, info.binningX());
    long seenHeight = (whole ? info.height() : region.height()) / Math.max(1, info.binningY());
    if (seenWidth != width || seenHeight != height) {
      problems.add(
          "camera_info describes %dx%d images, found %dx%d: calibrate the camera at the size it sends or remap camera_info"
              .formatted(seenWidth, seenHeight, width, height));
    }
    if (!whole
        && (region.xOffset() + region.width() > info.width()
            || region.yOffset() + region.height() > info.height())) {
      problems.add(
          "camera_info has a region of interest of %dx%d at %d,%d, outside its sensor of %dx%d"
              .formatted(
                  region.width(),
                  region.height(),
                  region.xOffset(),
                  region.yOffset(),
                  info.width(),
                  info.height()));
    }
    for (double value : info.k()) {
      if (!Double.isFinite(value)) {
        problems.add(
            "camera_info has %s in its matrix K, expected finite numbers".formatted(value));
        break;
      }
    }
    return problems;
  }
}
