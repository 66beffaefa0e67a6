package dev.lookahead.worldmodel.jepa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JepaConfigJsonTest {

  @Test
  void everyKindOfModelSurvivesTheRoundTripThroughText() throws JsonProcessingException {
    ObjectMapper text = new ObjectMapper();
    for (JepaConfig config :
        List.of(
            TinyJepa.vit(),
            TinyJepa.history(),
            TinyJepa.recurrent(),
            TinyJepa.feeling(),
            TinyJepa.patches(),
            TinyJepa.feelingPatches(),
            TinyJepa.actionConditioned(),
            TinyJepa.choosing(),
            TinyJepa.drawing())) {
      String json = text.writeValueAsString(JepaConfigJson.write(config));
      assertThat(JepaConfigJson.read(text.readTree(json))).isEqualTo(config);
    }
  }

  @Test
  void aModelWithoutALatentVariableIsWrittenAsBeforeThereWasOne() {
    assertThat(JepaConfigJson.write(TinyJepa.vit()).has("latentVariable")).isFalse();
    assertThat(JepaConfigJson.write(TinyJepa.choosing()).path("latentVariable").toString())
        .isEqualTo("{\"type\":\"categorical\",\"codes\":3}");
  }

  @Test
  void anUnknownKeyIsRefusedWithItsPath() {
    refuses(json -> ((ObjectNode) json.get("predictor")).put("dropout", 0.1), "predictor.dropout");
  }

  @Test
  void aMissingKeyIsRefusedWithItsName() {
    refuses(json -> ((ObjectNode) json.get("vision")).remove("depth"), "depth");
  }

  @Test
  void anUnknownTypeIsRefused() {
    refuses(json -> ((ObjectNode) json.get("predictor")).put("type", "lstm"), "lstm");
  }

  @Test
  void valuesOfAnotherKindAreRefused() {
    refuses(json -> ((ObjectNode) json.get("vision")).put("depth", "2"), "vision.depth");
    refuses(json -> ((ObjectNode) json.get("vision")).put("depth", 2.5), "vision.depth");
    refuses(json -> ((ObjectNode) json.get("vision")).putNull("depth"), "vision.depth");
    refuses(json -> json.put("normalizeLatents", "yes"), "normalizeLatents");
  }

  @Test
  void valuesOutOfRangeAreRefusedInTheWordsOfTheirOwner() {
    refuses(
        json -> ((ObjectNode) json.get("vision")).put("patchSize", 5),
        "patchSize must divide frameHeight");
    refuses(
        json -> ((ObjectNode) json.get("predictor")).put("latentWidth", 17),
        "predictor.latentWidth must be 16");
  }

  @Test
  void tokensThatAreStandardisedOverTheDataAreNotNormalisedOnceMore() {
    refuses(
        TinyJepa.feelingPatches(),
        json -> ((ObjectNode) json.get("predictor")).put("normalizeTokens", true),
        "normalizeTokens must be false");
  }

  private static void refuses(Consumer<ObjectNode> damage, String words) {
    refuses(TinyJepa.vit(), damage, words);
  }

  private static void refuses(JepaConfig config, Consumer<ObjectNode> damage, String words) {
    ObjectNode json = (ObjectNode) JepaConfigJson.write(config);
    damage.accept(json);
    assertThatThrownBy(() -> JepaConfigJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
