package dev.lookahead.bridge.recording.lerobot;

/** Where a dataset has its frames. */
enum CameraStorage {
  /** In videos beside the rows: H.264, small, not bit for bit. */
  VIDEO("video"),
  /** In the rows as PNG, bit for bit. */
  IMAGES("image");

  private final String dtype;

  CameraStorage(String dtype) {
    this.dtype = dtype;
  }

  /** What LeRobot calls it in {@code info.json}. */
  String dtype() {
    return dtype;
  }
}
