package dev.lookahead.worldmodel.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How one way of publishing names the weights of a family: a text with a row per kind of tensor and
 * three columns.
 *
 * <ol>
 *   <li>our name, or {@code -} for what is published but not used here;
 *   <li>how theirs becomes ours: a {@link Rearrangement}, in lower case with hyphens;
 *   <li>their names, in the order the rearrangement takes them.
 * </ol>
 *
 * <p>{@code {i}} is a number and the same on both sides, {@code *} is {@code weight} or {@code
 * bias} (in an unused name: anything), and {@code {q,k,v}} stands for one name each.
 */
final class KeyTable {

  private static final Pattern SET = Pattern.compile("\\{([a-z_]+(?:,[a-z_]+)+)}");

  private final List<Row> rows;
  private final List<Pattern> unused;

  private KeyTable(List<Row> rows, List<Pattern> unused) {
    this.rows = rows;
    this.unused = unused;
  }

  private record Row(Pattern own, Rearrangement how, List<String> theirs) {}

  /**
   * Where one of our tensors comes from.
   *
   * @param how it is made
   * @param theirs from these
   */
  record Origin(Rearrangement how, List<String> theirs) {}

  /** Reads a table; a mistake in it is a mistake in this program. */
  static KeyTable of(String text) {
    List<Row> rows = new ArrayList<>();
    List<Pattern> unused = new ArrayList<>();
    text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.trim().split("\\s+", -1))
        .forEach(
            cells -> {
              List<String> theirs =
                  Arrays.stream(cells).skip(2).flatMap(KeyTable::eachOfSet).toList();
              if (cells[0].equals("-")) {
                theirs.forEach(name -> unused.add(pattern(name, ".*")));
              } else {
                Rearrangement how = Rearrangement.named(cells[1]);
                rows.add(new Row(pattern(cells[0], "(?<kind>weight|bias)"), how, theirs));
              }
            });
    return new KeyTable(List.copyOf(rows), List.copyOf(unused));
  }

  /** The table with a prefix before every one of their names. */
  KeyTable under(String prefix) {
    return new KeyTable(
        rows.stream()
            .map(
                row ->
                    new Row(
                        row.own, row.how, row.theirs.stream().map(name -> prefix + name).toList()))
            .toList(),
        unused.stream().map(name -> Pattern.compile(Pattern.quote(prefix) + name)).toList());
  }

  /** This table's rows and another's. */
  KeyTable and(KeyTable other) {
    return new KeyTable(
        Stream.concat(rows.stream(), other.rows.stream()).toList(),
        Stream.concat(unused.stream(), other.unused.stream()).toList());
  }

  /** Where one of our tensors comes from; empty if no row speaks of it. */
  Optional<Origin> origin(String own) {
    for (Row row : rows) {
      Matcher match = row.own.matcher(own);
      if (match.matches()) {
        return Optional.of(
            new Origin(row.how, row.theirs.stream().map(name -> fill(name, match)).toList()));
      }
    }
    return Optional.empty();
  }

  /** Whether one of their tensors is known and not used here. */
  boolean leavesOut(String theirs) {
    return unused.stream().anyMatch(name -> name.matcher(theirs).matches());
  }

  private static String fill(String name, Matcher match) {
    String filled = name;
    if (name.contains("{i}")) {
      filled = filled.replace("{i}", match.group("i"));
    }
    return filled.contains("*") ? filled.replace("*", match.group("kind")) : filled;
  }

  private static Stream<String> eachOfSet(String name) {
    Matcher set = SET.matcher(name);
    return set.find()
        ? Arrays.stream(set.group(1).split(",", -1))
            .map(one -> name.substring(0, set.start()) + one + name.substring(set.end()))
        : Stream.of(name);
  }

  private static Pattern pattern(String name, String star) {
    return Pattern.compile(
        name.replace(".", "\\.").replace("{i}", "(?<i>\\d+)").replace("*", star));
  }
}
