package dev.lookahead.worldmodel.tensor;

/** What one element of a tensor is. */
public enum ElementType {
  /** IEEE 754 single precision. */
  FLOAT32,
  /** An unsigned byte, 0 to 255: camera pixels. */
  UINT8,
  /** A signed 64-bit integer: the index of a token. */
  INT64
}
