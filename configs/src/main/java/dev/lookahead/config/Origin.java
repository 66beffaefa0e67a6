package dev.lookahead.config;

/**
 * Where a node was written.
 *
 * @param source a file, a preset or {@code command line}
 * @param line counted from 1; 0 where lines mean nothing
 */
record Origin(String source, int line) {

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
