package dev.lookahead.worldmodel.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.token.TokenEncoder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PublishedSizeTest {

  /** Weights and biases of attention and MLP, two norms: 12 D^2 + 13 D with an MLP of 4 D. */
  private static long blocks(Transformer form) {
    long width = form.width();
    long mlp = 2L * width * form.mlpWidth() + form.mlpWidth() + width;
    return form.depth() * (4 * width * width + 4 * width + mlp + 4 * width) + 2 * width;
  }

  @Test
  void everySizeHasTheParametersItsAuthorsCount() {
    for (PublishedSize size : PublishedSize.all()) {
      TokenEncoder encoder = size.model().encoder();
      long own = encoder == null ? size.model().parameterCount() : count(encoder.parameters());
      // Authors round to one or two digits.
      assertThat((double) own / millions(size.published())).as(size.name()).isBetween(0.95, 1.10);
    }
  }

  @Test
  void vitHOfIJepaCountsBlocksPatchesAndPositions() {
    long width = 1280;
    assertThat(of("I-JEPA ViT-H/14").parameterCount())
        .isEqualTo(blocks(PublishedSize.VIT_HUGE) + 3 * 14 * 14 * width + width + 256 * width);
  }

  @Test
  void vitGOfVJepa2CountsBlocksAndTubelets() {
    long width = 1408;
    assertThat(count(of("V-JEPA 2 ViT-g/16").requireEncoder().parameters()))
        .isEqualTo(blocks(PublishedSize.VIT_GIANT_22_HEADS) + 3 * 2 * 16 * 16 * width + width);
  }

  @Test
  void theGiantOfDinoV2IsGatedAndHasTheParametersOfItsRelease() {
    // The reference has 1,136,480,768: one position and one mask token more, which nothing reads.
    assertThat(of("DINOv2 ViT-g/14").parameterCount()).isEqualTo(1_136_480_768L - 2 * 1536);
  }

  @Test
  void theActionConditionedPredictorCountsItsSignals() {
    long width = 1024;
    Transformer form = Objects.requireNonNull(of("V-JEPA 2-AC predictor").dynamics()).blocks();
    assertThat(of("V-JEPA 2-AC predictor").parameterCount())
        .isEqualTo(
            blocks(form)
                + 2 * (7 * width + width)
                + (1408 * width + width)
                + (1408 * width + 1408));
  }

  @Test
  void allNamesDiffer() {
    assertThat(PublishedSize.all().stream().map(PublishedSize::name).collect(Collectors.toSet()))
        .hasSameSizeAs(PublishedSize.all());
  }

  private static TokenModel of(String name) {
    return PublishedSize.all().stream()
        .filter(size -> size.name().equals(name))
        .findFirst()
        .orElseThrow()
        .model();
  }

  private static long count(List<ParameterSpec> parameters) {
    return parameters.stream().mapToLong(spec -> spec.shape().count()).sum();
  }

  private static double millions(String published) {
    double number = Double.parseDouble(published.substring(0, published.length() - 1));
    return published.endsWith("B") ? number * 1e9 : number * 1e6;
  }
}
