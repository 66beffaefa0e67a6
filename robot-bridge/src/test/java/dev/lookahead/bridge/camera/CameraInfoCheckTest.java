package dev.lookahead.bridge.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.msg.sensor_msgs.CameraInfo;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.RegionOfInterest;
import org.junit.jupiter.api.Test;

class CameraInfoCheckTest {

  private static final CameraInfo INFO = CameraInfo.builder().width(640).height(480).build();

  @Test
  void saysWhichSizesDiffer() {
    assertThat(CameraInfoCheck.problems(INFO, 640, 480)).isEmpty();
    assertThat(CameraInfoCheck.problems(INFO, 320, 240))
        .containsExactly(
            "camera_info describes 640x480 images, found 320x240: calibrate the camera at the size"
                + " it sends or remap camera_info");
  }

  @Test
  void regionAndBinningMakeImagesSmaller() {
    RegionOfInterest region = RegionOfInterest.builder().width(320).height(240).build();
    CameraInfo binned = INFO.toBuilder().roi(region).binningX(2).binningY(2).build();

    assertThat(CameraInfoCheck.problems(binned, 160, 120)).isEmpty();
  }

  @Test
  void aRegionLiesOnTheSensorAndNumbersAreFinite() {
    RegionOfInterest region =
        RegionOfInterest.builder().xOffset(600).width(320).height(240).build();
    CameraInfo broken = INFO.toBuilder().roi(region).k(Double.NaN, 0, 0, 0, 1, 0, 0, 0, 1).build();

    assertThat(CameraInfoCheck.problems(broken, 320, 240)).hasSize(2);
  }
}
