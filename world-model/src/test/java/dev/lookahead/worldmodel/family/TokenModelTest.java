package dev.lookahead.worldmodel.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.token.ImageTransformer;
import dev.lookahead.worldmodel.token.MaskPredictor;
import dev.lookahead.worldmodel.token.VideoTransformer;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TokenModelTest {

  @Test
  void everyPublishedSizeSurvivesJson() {
    PublishedSize.all()
        .forEach(
            size ->
                assertThat(TokenModelJson.read(TokenModelJson.write(size.model())))
                    .as(size.name())
                    .isEqualTo(size.model()));
  }

  @Test
  void unknownKeysInJsonAreRefusedWithTheirPath() {
    ObjectNode json = (ObjectNode) TokenModelJson.write(TokenModel.of(ImageTransformer.defaults()));
    ((ObjectNode) json.get("encoder")).put("colour", 1);
    assertThatThrownBy(() -> TokenModelJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("encoder.colour");
  }

  @Test
  void partsThatReadOtherTokensAreRefusedWithBothWidths() {
    MaskPredictor narrow = MaskPredictor.defaults(ImageTransformer.defaults());
    VideoTransformer wide = (VideoTransformer) PublishedSize.all().get(6).model().requireEncoder();
    assertThatThrownBy(() -> new TokenModel(PixelNormalizer.imageNet(), wide, narrow, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("96")
        .hasMessageContaining("1024");
    assertThatThrownBy(() -> new TokenModel(PixelNormalizer.imageNet(), null, null, null, null))
        .hasMessageContaining("got none");
  }

  @Test
  void framesOfAnotherSizeMoveEveryGrid() {
    TokenModel model = PublishedSize.all().get(6).model().at(128, 64);
    assertThat(model.requireEncoder().grid().tokens()).isEqualTo(8 * 8 * 4);
    assertThat(Objects.requireNonNull(model.predictor()).grid())
        .isEqualTo(model.requireEncoder().grid());
    assertThatThrownBy(() -> model.at(100, 64)).hasMessageContaining("do not tile");
  }

  @Test
  void moreVisiblePlacesThanThereAreAreRefused() {
    TokenModel model = TokenModel.of(ImageTransformer.defaults());
    assertThatThrownBy(() -> new EncodeTokens(model, 1, 65))
        .hasMessageContaining("64")
        .hasMessageContaining("got 65");
  }
}
