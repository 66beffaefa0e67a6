package dev.lookahead.worldmodel.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderBundleTest {

  private static final List<ParameterSpec> PARAMETERS =
      List.of(
          ParameterSpec.vector("b", Shape.of(3), Initializer.zeros()),
          ParameterSpec.vector("a", Shape.of(2), Initializer.zeros()));
  @TempDir private Path scratch = Path.of("");
  private Path bundle = Path.of("");

  @BeforeEach
  void write() throws IOException {
    bundle = scratch.resolve("bundle");
    EncoderManifest manifest =
        new EncoderManifest(
            "ijepa",
            JsonNodeFactory.instance.objectNode().put("width", 3),
            new Provenance("hash", "test", 0, "unknown", Map.of(), 0, 0, Map.of(), Instant.EPOCH));
    EncoderBundle.write(bundle, manifest, PARAMETERS, EncoderBundleTest::value);
  }

  private static HostTensor value(String name) {
    return HostTensor.filled(Shape.of(name.equals("a") ? 2 : 3), name.charAt(0));
  }

  @Test
  void whatWasWrittenIsReadInTheMappedFile() {
    EncoderBundle opened = EncoderBundle.open(bundle);
    assertThat(opened.manifest().model().path("width").intValue()).isEqualTo(3);
    assertThat(opened.parameters(PARAMETERS).get("a")).isEqualTo(value("a"));
    assertThat(opened.parameters(PARAMETERS).get("b").memory()).isNotNull();
  }

  @Test
  void weightsOfAnotherModelAreListed() {
    List<ParameterSpec> other =
        List.of(
            ParameterSpec.vector("a", Shape.of(5), Initializer.zeros()),
            ParameterSpec.vector("c", Shape.of(1), Initializer.zeros()));
    EncoderBundle opened = EncoderBundle.open(bundle);
    assertThatThrownBy(() -> opened.parameters(other))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("missing 'c'")
        .hasMessageContaining("unexpected 'b'")
        .hasMessageContaining("'a' should be F32 [5], is F32 [2]");
  }

  @Test
  void changedWeightsAreRefusedWithBothHashes() throws IOException {
    Path weights = bundle.resolve("model.safetensors");
    try (RandomAccessFile file = new RandomAccessFile(weights.toFile(), "rw")) {
      file.seek(file.length() - 1);
      file.write(7);
    }
    assertThatThrownBy(() -> EncoderBundle.open(bundle))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("SHA-256 should be");
  }

  @Test
  void damagedDescriptionsAreRefused() throws IOException {
    Path description = bundle.resolve("encoder.json");
    String sound = Files.readString(description);
    for (String broken :
        List.of(
            "",
            "[]",
            "{\"formatVersion\": 1}",
            sound.replace("\"formatVersion\" : 1", "\"formatVersion\" : 2"),
            sound.replace("1970-01-01", "yesterday"),
            sound.replace("\"family\"", "\"familiy\""))) {
      Files.writeString(description, broken);
      assertThatThrownBy(() -> EncoderBundle.open(bundle))
          .as(broken)
          .isInstanceOf(CheckpointException.class);
    }
    Files.delete(description);
    assertThatThrownBy(() -> EncoderBundle.open(bundle)).hasMessageContaining("encoder.json");
  }

  @Test
  void aFailureWhileWritingLeavesTheOldBundle() {
    assertThatThrownBy(
            () ->
                EncoderBundle.write(
                    bundle,
                    EncoderBundle.open(bundle).manifest(),
                    PARAMETERS,
                    name -> {
                      throw new IllegalStateException("broken source");
                    }))
        .hasMessageContaining("broken source");
    assertThat(EncoderBundle.open(bundle).parameters(PARAMETERS).get("a")).isEqualTo(value("a"));
    assertThat(scratch).isDirectoryContaining(path -> path.endsWith("bundle"));
    assertThat(scratch.resolve("bundle.tmp")).doesNotExist();
  }
}
