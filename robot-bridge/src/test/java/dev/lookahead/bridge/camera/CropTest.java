package dev.lookahead.bridge.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CropTest {

  @Test
  void theCentreHasTheProportionsOfTheFrame() {
    Crop centre = new Crop.Centre();

    assertThat(centre.of(640, 480, 224, 224)).isEqualTo(new Crop.Part(80, 0, 480, 480));
    assertThat(centre.of(480, 640, 64, 64)).isEqualTo(new Crop.Part(0, 80, 480, 480));
    assertThat(centre.of(1920, 1080, 320, 180)).isEqualTo(new Crop.Part(0, 0, 1920, 1080));
    assertThat(centre.of(1, 8192, 1024, 1)).isEqualTo(new Crop.Part(0, 4095, 1, 1));
  }

  @Test
  void refusesAPartThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Crop.Part(-1, 0, 4, 4))
        .withMessage("a crop has x and y of at least 0 and sides of at least 1, got -1,0 4x4");
    assertThatIllegalArgumentException().isThrownBy(() -> new Crop.Part(0, 0, 9000, 4));
  }
}
