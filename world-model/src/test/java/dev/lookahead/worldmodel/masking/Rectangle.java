package dev.lookahead.worldmodel.masking;

import java.util.Arrays;

/** The bounds of some tokens on a grid, for tests. */
record Rectangle(int top, int left, int rows, int columns) {

  static Rectangle of(int[] tokens) {
    return of(tokens, 14);
  }

  static Rectangle of(int[] tokens, int width) {
    int top = Arrays.stream(tokens).map(i -> i / width).min().orElseThrow();
    int bottom = Arrays.stream(tokens).map(i -> i / width).max().orElseThrow();
    int left = Arrays.stream(tokens).map(i -> i % width).min().orElseThrow();
    int right = Arrays.stream(tokens).map(i -> i % width).max().orElseThrow();
    return new Rectangle(top, left, bottom - top + 1, right - left + 1);
  }

  int tokens() {
    return rows * columns;
  }
}
