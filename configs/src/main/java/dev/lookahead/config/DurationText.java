package dev.lookahead.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: a number and a unit, {@code 20ms} or {@code 1.5 s}. */
final class DurationText {

  /** The units with their nanoseconds, longest first. */
  private static final Map<String, Long> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("h", 3_600_000_000_000L);
    UNITS.put("min", 60_000_000_000L);
    UNITS.put("s", 1_000_000_000L);
    UNITS.put("ms", 1_000_000L);
    UNITS.put("us", 1_000L);
    UNITS.put("ns", 1L);
  }

  private static final Pattern FORM = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?) ?([a-z]+)");

  private DurationText() {}

  /** What is expected, for messages. */
  static String expected() {
    return "a duration with a unit (h, min, s, ms, us, ns), for example 20ms";
  }

  /** The duration, to the nanosecond; empty if the text is none. */
  static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || !UNITS.containsKey(form.group(2))) {
      return Optional.empty();
    }
    BigDecimal nanos =
        new BigDecimal(form.group(1))
            .multiply(BigDecimal.valueOf(UNITS.getOrDefault(form.group(2), 1L)))
            .setScale(0, RoundingMode.HALF_EVEN);
    BigDecimal[] seconds = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
    return Optional.of(Duration.ofSeconds(seconds[0].longValue(), seconds[1].longValue()));
  }

  /** The shortest text that {@link #parse} reads as the same duration; never negative. */
  static String format(Duration duration) {
    BigDecimal nanos =
        BigDecimal.valueOf(duration.getSeconds())
            .movePointRight(9)
            .add(BigDecimal.valueOf(duration.getNano()));
    for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
      BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(unit.getValue()));
      if (nanos.signum() != 0 && parts[1].signum() == 0) {
        return parts[0].toBigInteger() + unit.getKey();
      }
    }
    return "0s";
  }
}
