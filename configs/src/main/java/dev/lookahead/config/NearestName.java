package dev.lookahead.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class NearestName {

  private NearestName() {}

  /** Whether two names differ only in case, hyphens and underscores. */
  static boolean same(String a, String b) {
    return plain(a).equals(plain(b));
  }

  /** {@code ; did you mean 'x'?}, or nothing if no name is near. */
  public static String hint(String found, Collection<String> names) {
    return of(found, names).map(name -> "; did you mean '" + name + "'?").orElse("");
  }

  /** The name with the fewest changed letters, if at most a third of the letters differ. */
  static Optional<String> of(String found, Collection<String> names) {
    String wanted = plain(found);
    return names.stream()
        .filter(name -> distance(wanted, plain(name)) <= Math.max(1, wanted.length() / 3))
        .min(Comparator.comparingInt(name -> distance(wanted, plain(name))));
  }

  private static String plain(String name) {
    return name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
  }

  /** Levenshtein distance, one row at a time. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
