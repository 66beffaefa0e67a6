package dev.lookahead.launch.terminal;

/** Shows nothing. */
final class NoProgress implements ProgressView {

  @Override
  public void accept(Progress progress) {}

  @Override
  public void close() {}
}
