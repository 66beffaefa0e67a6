package dev.lookahead.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names by which the records of a sealed interface are chosen with {@code type:}. */
final class TypeName {

  private TypeName() {}

  /** Every record of a sealed interface under its name, in the order of declaration. */
  static Map<String, Class<?>> choices(Class<?> sealed) {
    Map<String, Class<?>> choices = new LinkedHashMap<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isInterface()) {
        choices.putAll(choices(permitted));
      } else {
        choices.put(of(sealed, permitted), permitted);
      }
    }
    return choices;
  }

  /**
   * The name of a record in kebab case, without the last words it shares with the interface: {@code
   * CemConfig} of {@code PlannerConfig} is {@code cem}.
   */
  static String of(Class<?> sealed, Class<?> record) {
    List<String> words = new ArrayList<>(words(record));
    List<String> shared = words(sealed);
    for (int i = shared.size() - 1; i >= 0 && words.size() > 1; i--) {
      if (!words.get(words.size() - 1).equals(shared.get(i))) {
        break;
      }
      words.remove(words.size() - 1);
    }
    return String.join("-", words);
  }

  private static List<String> words(Class<?> type) {
    String[] words = type.getSimpleName().split("(?<=[a-z0-9])(?=[A-Z])");
    return Arrays.stream(words).map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }
}
