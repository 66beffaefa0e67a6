package dev.lookahead.bridge.recording.video;

import java.util.List;

/** How videos are written. */
public enum VideoCodec {
  /**
   * H.264 in MP4 at constant quality (CRF 18), a key frame every second frame so that clips start
   * anywhere; 4:2:0 colours, 4:4:4 where a side is odd. What LeRobot and browsers play.
   */
  H264("mp4") {
    @Override
    List<String> options(int width, int height) {
      boolean even = width % 2 == 0 && height % 2 == 0;
      return List.of(
          "-c:v",
          "libx264",
          "-preset",
          "veryfast",
          "-crf",
          "18",
          "-g",
          "2",
          "-pix_fmt",
          even ? "yuv420p" : "yuv444p",
          "-movflags",
          "+faststart");
    }
  },

  /** FFV1 in Matroska: every bit comes back; every frame stands alone. */
  LOSSLESS("mkv") {
    @Override
    List<String> options(int width, int height) {
      return List.of("-c:v", "ffv1", "-level", "3", "-g", "1", "-pix_fmt", "bgr0");
    }
  };

  private final String extension;

  VideoCodec(String extension) {
    this.extension = extension;
  }

  /** What file names end with. */
  public String extension() {
    return extension;
  }

  abstract List<String> options(int width, int height);
}
