package dev.lookahead.worldmodel.lewm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.DType;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.checkpoint.SafetensorsReader;
import dev.lookahead.worldmodel.checkpoint.TensorEntry;
import dev.lookahead.worldmodel.checkpoint.TensorFile;
import dev.lookahead.worldmodel.family.PublishedWorldModel;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfigJson;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeWmImportTest {

  private static final ActionAxis AXIS = new ActionAxis("x", "1", -1, 1);
  @TempDir private Path scratch = Path.of("");

  @BeforeEach
  void requireFixtures() {
    assumeTrue(
        LeWmFixture.present(), "no reference numbers at " + LeWmFixture.PLACE.toAbsolutePath());
  }

  @Test
  void aPublishedFolderBecomesABundleWithTheSameWeights() throws IOException {
    Path bundle = scratch.resolve("bundle");
    imported(tensors()).write(bundle, "unknown", Map.of(), Instant.EPOCH);
    ModelBundle opened = ModelBundle.open(bundle);
    Jepa jepa = new Jepa(JepaConfigJson.read(opened.manifest().model()));
    assertThat(opened.manifest().spec().blockSteps()).isEqualTo(5);
    assertThat(opened.parameters(jepa.parameters()).tensors())
        .isEqualTo(LeWmFixture.weights().tensors());
  }

  @Test
  void namesOfOlderVersionsOfTransformersAreUnderstood() throws IOException {
    Map<String, HostTensor> older = new LinkedHashMap<>();
    tensors()
        .forEach(
            (name, value) ->
                older.put(
                    name.replaceAll("^encoder\\.layers\\.", "encoder.encoder.layer.")
                        .replace(".attention.q_proj.", ".attention.attention.query.")
                        .replace(".attention.k_proj.", ".attention.attention.key.")
                        .replace(".attention.v_proj.", ".attention.attention.value.")
                        .replace(".attention.o_proj.", ".attention.output.dense.")
                        .replaceAll("^(encoder\\..*)\\.mlp\\.fc1\\.", "$1.intermediate.dense.")
                        .replaceAll("^(encoder\\..*)\\.mlp\\.fc2\\.", "$1.output.dense."),
                    value));
    assertThat(older).containsKey("encoder.encoder.layer.0.intermediate.dense.weight");
    assertThat(imported(older).config()).isEqualTo(imported(tensors()).config());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Map<String, HostTensor> few = tensors();
    few.remove("pred_proj.net.0.weight");
    assertThatThrownBy(() -> imported(few))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("pred_proj.net.0.weight");
    Map<String, HostTensor> many = tensors();
    many.put("value_head.weight", HostTensor.of(Shape.of(1), 1));
    assertThatThrownBy(() -> imported(many)).hasMessageContaining("unexpected [value_head.weight]");
    assertThatThrownBy(
            () ->
                LeWmImport.of(
                    folder(tensors()), List.of(AXIS, AXIS, AXIS), Standardizer.identity(3)))
        .hasMessageContaining("10 numbers, which 3 axes");
  }

  private PublishedWorldModel imported(Map<String, HostTensor> tensors) throws IOException {
    return LeWmImport.of(folder(tensors), List.of(AXIS, AXIS), Standardizer.identity(2));
  }

  private static Map<String, HostTensor> tensors() {
    SafetensorsReader published =
        SafetensorsReader.open(LeWmFixture.PLACE.resolve("weights.safetensors"));
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    for (TensorEntry entry : published.entries()) {
      if (entry.type() == DType.F32) {
        tensors.put(entry.name(), published.tensor(entry.name()));
      }
    }
    return tensors;
  }

  private Path folder(Map<String, HostTensor> tensors) throws IOException {
    Path folder = Files.createTempDirectory(scratch, "lewm");
    Files.copy(LeWmFixture.PLACE.resolve("config.json"), folder.resolve("config.json"));
    new TensorFile(new ParameterSet(tensors), Map.of()).write(folder.resolve("model.safetensors"));
    return folder;
  }
}
