package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.wiring.SettingsComparison.Difference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsComparisonTest {

  private record Part(int size, Optional<Part> inner) {}

  private record Whole(String name, List<Part> parts, List<Integer> numbers) {}

  @Test
  void equalSettingsDoNotDiffer() {
    assertThat(SettingsComparison.between(whole("a", 1), whole("a", 1))).isEmpty();
  }

  @Test
  void whatDiffersIsNamedByItsPathWithBothValues() {
    assertThat(SettingsComparison.between(whole("a", 1), whole("b", 2, 3)))
        .containsExactly(
            new Difference("name", "a", "b"),
            new Difference("numbers", "[1]", "[2, 3]"),
            new Difference("parts[0].size", "1", "2"),
            new Difference("parts[1].inner", "nothing", "null"),
            new Difference("parts[1].size", "nothing", "3"));
  }

  private static Whole whole(String name, Integer... sizes) {
    List<Part> parts = List.of(sizes).stream().map(s -> new Part(s, Optional.empty())).toList();
    return new Whole(name, parts, List.of(sizes));
  }
}
