package dev.lookahead.worldmodel.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.DType;
import dev.lookahead.worldmodel.checkpoint.EncoderBundle;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.checkpoint.SafetensorsWriter;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.Shape;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders as strangers lay them out, whole and damaged. */
class ImportedModelTest {

  @TempDir private Path scratch = Path.of("");

  @Test
  void aFolderBecomesABundleThatHoldsTheSameNumbers() throws IOException {
    Path folder = SmallIJepa.folder(scratch.resolve("small"));
    ImportedModel imported = ImportedModel.of(folder, null);
    Path bundle = scratch.resolve("bundle");
    imported.write(bundle, "unknown", Map.of("java", "17"), Instant.EPOCH);

    EncoderBundle opened = EncoderBundle.open(bundle);
    TokenModel model = TokenModelJson.read(opened.manifest().model());
    assertThat(model).isEqualTo(imported.model());
    assertThat(opened.manifest().family()).isEqualTo("ijepa");
    assertThat(opened.manifest().provenance().dataDescription()).contains("'small'", "1 file");
    ParameterSet weights = opened.parameters(model.parameters());
    model
        .parameters()
        .forEach(
            spec -> assertThat(weights.get(spec.name())).isEqualTo(imported.tensor(spec.name())));
    assertThat(weights.get("encoder.norm.bias").memory()).isNotNull();
  }

  @Test
  void shardsAreReadAsOne() throws IOException {
    Path whole = SmallIJepa.folder(scratch.resolve("whole"));
    Path sharded = SmallIJepa.sharded(scratch.resolve("sharded"));
    assertThat(values(ImportedModel.of(sharded, "ijepa")))
        .isEqualTo(values(ImportedModel.of(whole, "ijepa")));
  }

  @Test
  void framesOfAnotherSizeTakeInterpolatedPositions() {
    ImportedModel bigger =
        ImportedModel.of(SmallIJepa.folder(scratch.resolve("small")), null).at(24, 16);
    assertThat(bigger.model().requireEncoder().grid().tokens()).isEqualTo(6);
    assertThat(bigger.tensor("encoder.positions").shape().size(0)).isEqualTo(6);
    assertThatThrownBy(() -> bigger.at(20, 16)).hasMessageContaining("do not tile");
  }

  @Test
  void everythingMissingUnexpectedAndMisshapenIsListed() {
    Map<String, HostTensor> tensors = SmallIJepa.tensors();
    tensors.remove("layers.1.attention.k_proj.weight");
    tensors.put("head.weight", HostTensor.filled(Shape.of(2), 0));
    tensors.put("layers.0.mlp.fc1.weight", HostTensor.filled(Shape.of(3, 12), 0));
    Path folder = SmallIJepa.folder(scratch.resolve("odd"), SmallIJepa.CONFIG, tensors);
    assertThatThrownBy(() -> ImportedModel.of(folder, null))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("missing layers.1.attention.k_proj.weight [12, 12];")
        .hasMessageContaining("unexpected head.weight;")
        .hasMessageContaining("layers.0.mlp.fc1.weight expected [24, 12] found [3, 12]");
  }

  @Test
  void aFolderOfAnotherFamilyIsRefusedWithBothNames() {
    Path folder = SmallIJepa.folder(scratch.resolve("small"));
    assertThatThrownBy(() -> ImportedModel.of(folder, "dinov2"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("'dinov2'")
        .hasMessageContaining("'ijepa'");
  }

  @Test
  void aFolderThatDoesNotSayItsFamilyAsksForIt() {
    String silent = SmallIJepa.CONFIG.replace("\"model_type\": \"ijepa\",", "");
    Path folder = SmallIJepa.folder(scratch.resolve("silent"), silent, SmallIJepa.tensors());
    assertThatThrownBy(() -> ImportedModel.of(folder, null))
        .hasMessageContaining("ijepa, dinov2, vjepa2, vjepa2-ac");
    assertThat(ImportedModel.of(folder, "ijepa").family()).isEqualTo(PublishedFamily.IJEPA);
    assertThatThrownBy(() -> ImportedModel.of(folder, "resnet")).hasMessageContaining("'resnet'");
    assertThatThrownBy(() -> ImportedModel.of(folder, "dinov2"))
        .hasMessageContaining("missing embeddings.cls_token");
  }

  @Test
  void aConfigurationThatMakesNoSenseIsRefusedWithTheKeyAndItsValue() {
    refuses("\"hidden_size\": 12", "\"hidden_size\": -1", "'hidden_size'", "-1");
    refuses("\"hidden_size\": 12", "\"hidden_size\": 13", "heads must divide width, got 2 for 13");
    refuses("\"patch_size\": 8", "\"patch_size\": 7", "do not tile");
    refuses("\"hidden_act\": \"gelu\"", "\"hidden_act\": \"relu\"", "'gelu'", "relu");
    refuses("\"patch_size\": 8", "\"patch_size\": \"8\"", "'patch_size'");
  }

  private void refuses(String sound, String broken, String... complaints) {
    Path folder =
        SmallIJepa.folder(
            scratch.resolve("broken"),
            SmallIJepa.CONFIG.replace(sound, broken),
            SmallIJepa.tensors());
    assertThatThrownBy(() -> ImportedModel.of(folder, null))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("config.json")
        .hasMessageContainingAll(complaints);
  }

  @Test
  void aHalfDownloadedShardIsRefusedWithBothSizes() throws IOException {
    Path folder = SmallIJepa.sharded(scratch.resolve("half"));
    Path shard = folder.resolve("model-00002-of-00002.safetensors");
    try (RandomAccessFile file = new RandomAccessFile(shard.toFile(), "rw")) {
      file.setLength(file.length() - 100);
    }
    assertThatThrownBy(() -> ImportedModel.of(folder, null))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("model-00002-of-00002.safetensors")
        .hasMessageContaining("truncated");
  }

  @Test
  void allShardsThatAreNotThereAreNamed() throws IOException {
    Path folder = SmallIJepa.sharded(scratch.resolve("few"));
    Files.delete(folder.resolve("model-00001-of-00002.safetensors"));
    Files.delete(folder.resolve("model-00002-of-00002.safetensors"));
    assertThatThrownBy(() -> ImportedModel.of(folder, null))
        .hasMessageContaining("2 of 2 shards")
        .hasMessageContaining("model-00001-of-00002.safetensors, model-00002");
  }

  @Test
  void anIndexThatLeadsOutOfTheFolderIsRefused() throws IOException {
    for (String escape :
        new String[] {"../x.safetensors", "/etc/x.safetensors", "a/../b.safetensors", "", "x.pt"}) {
      Path folder = SmallIJepa.sharded(scratch.resolve("escape"));
      Files.writeString(
          folder.resolve("model.safetensors.index.json"),
          "{\"weight_map\": {\"a\": \"" + escape + "\"}}");
      assertThatThrownBy(() -> ImportedModel.of(folder, null))
          .as(escape)
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("'" + escape + "'");
    }
  }

  @Test
  void aTensorInTwoShardsIsRefused() throws IOException {
    Path folder = SmallIJepa.sharded(scratch.resolve("twice"));
    Path first = folder.resolve("model-00001-of-00002.safetensors");
    Files.copy(
        first,
        folder.resolve("model-00002-of-00002.safetensors"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> ImportedModel.of(folder, null)).hasMessageContaining("too");
  }

  @Test
  void picklesAreRefusedWithTheCommandThatConvertsThem() throws IOException {
    for (String name : new String[] {"pytorch_model.bin", "vjepa2-ac-vitg.pt", "model.pth"}) {
      Path folder = Files.createDirectories(scratch.resolve(name + ".folder"));
      Files.writeString(folder.resolve("config.json"), SmallIJepa.CONFIG);
      Path pickle = Files.createFile(folder.resolve(name));
      for (Path given : new Path[] {folder, pickle}) {
        assertThatThrownBy(() -> ImportedModel.of(given, null))
            .isInstanceOf(CheckpointException.class)
            .hasMessageContaining("python -c")
            .hasMessageContaining(name)
            .hasMessageContaining("weights_only=True");
      }
    }
  }

  @Test
  void anEmptyFolderSaysWhatShouldBeThere() throws IOException {
    Path folder = Files.createDirectories(scratch.resolve("empty"));
    assertThatThrownBy(() -> ImportedModel.of(folder, null))
        .hasMessageContaining("model.safetensors or model.safetensors.index.json");
    assertThatThrownBy(() -> ImportedModel.of(scratch.resolve("nowhere"), null))
        .isInstanceOf(CheckpointException.class);
  }

  @Test
  void integersWhereWeightsShouldBeAreRefused() throws IOException {
    Path folder = SmallIJepa.folder(scratch.resolve("ints"));
    try (SafetensorsWriter writer =
        new SafetensorsWriter(folder.resolve("model.safetensors"), 1024)) {
      writer.append("layernorm.bias", DType.I32, List.of(12L), ByteBuffer.allocate(48));
      writer.commit();
    }
    assertThatThrownBy(() -> ImportedModel.of(folder, null)).hasMessageContaining("missing");
  }

  @Test
  void anEncodersBundleIsNoRobotsModel() throws IOException {
    Path bundle = scratch.resolve("bundle");
    ImportedModel.of(SmallIJepa.folder(scratch.resolve("small")), null)
        .write(bundle, "unknown", Map.of(), Instant.EPOCH);
    assertThatThrownBy(() -> ModelBundle.open(bundle))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("it knows no robot");
    Files.writeString(bundle.resolve("notes.txt"), "mine");
    ImportedModel again = ImportedModel.of(scratch.resolve("small"), null);
    assertThatThrownBy(() -> again.write(bundle, "unknown", Map.of(), Instant.EPOCH))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("notes.txt");
  }

  private static Map<String, HostTensor> values(ImportedModel imported) {
    Map<String, HostTensor> values = new LinkedHashMap<>();
    imported
        .model()
        .parameters()
        .forEach(spec -> values.put(spec.name(), imported.tensor(spec.name())));
    return values;
  }
}
