package dev.lookahead.launch.offline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A share of the work, written {@code 2/7}.
 *
 * @param index which share, from 1
 * @param count how many shares there are
 */
public record Shard(int index, int count) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,5})/(\\d{1,5})");

  /** All of the work. */
  public static final Shard WHOLE = new Shard(1, 1);

  /** Checks the numbers. */
  public Shard {
    if (count < 1 || index < 1 || index > count) {
      throw new IllegalArgumentException(
          "a shard is 1/N to N/N, got %d/%d".formatted(index, count));
    }
  }

  /**
   * Reads {@code index/count}.
   *
   * @throws IllegalArgumentException if it is written otherwise
   */
  public static Shard parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a shard is written like 2/7, the second of seven, got '%s'".formatted(text));
    }
    return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /**
   * The numbers below a total that belong to this share: a run of successive ones, so that each
   * episode is decoded by one process only. Shares differ by one number at most.
   */
  public IntStream of(int total) {
    return IntStream.range(bound(index - 1, total), bound(index, total));
  }

  private int bound(int shares, int total) {
    return (int) ((long) total * shares / count);
  }
}
