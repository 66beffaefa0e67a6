package dev.lookahead.bridge.recording;

import dev.lookahead.bridge.ros1.peer.Mutation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Damages text as a careless or hostile program would: it stays well-formed and says something that
 * cannot be, or is cut and garbled like any other file.
 */
public final class TextMutation {

  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|-?[0-9][-+.0-9eE]*|[A-Za-z_./]+");

  private static final List<String> STRANGE =
      List.of(
          "0",
          "-1",
          "1e308",
          "-1e-400",
          "0.5",
          "2147483648",
          "9223372036854775808",
          "99999999999999999999999999",
          "NaN",
          "null",
          "true",
          "[]",
          "{}",
          "[[[[1]]]]",
          "\"\"",
          "\"../../../../etc/passwd\"",
          "\"/dev/zero\"",
          "\"{episode_index:09d}{episode_index:09d}\"",
          "\"\\u0000\"",
          "/dev/zero",
          "..");

  private TextMutation() {}

  /** One to three words exchanged, or damaged bytes. */
  public static byte[] of(byte[] good, RandomGenerator random) {
    if (random.nextBoolean()) {
      return Mutation.of(good, random);
    }
    String text = new String(good, StandardCharsets.UTF_8);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      List<MatchResult> words = WORD.matcher(text).results().toList();
      MatchResult word = words.get(random.nextInt(words.size()));
      boolean other = random.nextInt(4) == 0;
      String strange =
          other
              ? words.get(random.nextInt(words.size())).group()
              : STRANGE.get(random.nextInt(STRANGE.size()));
      text = text.substring(0, word.start()) + strange + text.substring(word.end());
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
