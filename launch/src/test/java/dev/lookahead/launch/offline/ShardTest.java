package dev.lookahead.launch.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "6, 1", "6, 2", "6, 7", "10000, 7", "50, 99"})
  void sharesFollowOneAnotherAndAreOfOneSize(int total, int count) {
    List<List<Integer>> shares =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> new Shard(i, count).of(total).boxed().toList())
            .toList();
    assertThat(shares.stream().flatMap(List::stream).toList())
        .isEqualTo(IntStream.range(0, total).boxed().toList());
    assertThat(shares)
        .allSatisfy(share -> assertThat(share.size()).isBetween(total / count, total / count + 1));
  }

  @Test
  void aShareIsWrittenAsItIsSpoken() {
    assertThat(Shard.parse("2/7")).isEqualTo(new Shard(2, 7));
    for (String wrong : List.of("", "2", "0/7", "8/7", "-1/7", "2/0", "2/7/9", "999999/999999")) {
      assertThatThrownBy(() -> Shard.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a shard is");
    }
  }
}
