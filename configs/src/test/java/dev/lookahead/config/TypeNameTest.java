package dev.lookahead.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypeNameTest {

  private sealed interface EncoderConfig permits VisionTransformerConfig, Convolutions, Nested {}

  private record VisionTransformerConfig() implements EncoderConfig {}

  private record Convolutions() implements EncoderConfig {}

  private sealed interface Nested extends EncoderConfig permits Inner {}

  private record Inner() implements Nested {}

  @Test
  void namesDropTheWordsSharedWithTheInterface() {
    assertThat(TypeName.choices(EncoderConfig.class).keySet())
        .containsExactly("vision-transformer", "convolutions", "inner");
  }
}
