package dev.lookahead.launch.command.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.launch.command.RecordedContext;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.wiring.EngineChoice;
import dev.lookahead.worldmodel.checkpoint.DType;
import dev.lookahead.worldmodel.checkpoint.EncoderBundle;
import dev.lookahead.worldmodel.checkpoint.SafetensorsWriter;
import dev.lookahead.worldmodel.family.EncodeTokens;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.family.TokenModelJson;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.TensorSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandEngineTest {

  private static final int WIDTH = 12;
  private final RecordedContext recorded = new RecordedContext();
  @TempDir private Path scratch = Path.of("");

  @Test
  void aPublishedFolderBecomesABundleThatEncodes() throws IOException {
    Path bundle = scratch.resolve("bundle");
    assertThat(lookahead("--out", bundle.toString(), folder().toString()))
        .isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out()).contains("dinov2").contains("1 x 4 of 12 numbers");
    for (EngineChoice engine : EngineChoice.values()) {
      assertThat(encode(bundle, engine)).hasSize((1 + 4) * WIDTH).doesNotContain(Float.NaN);
    }
  }

  @Test
  void framesOfAnotherSizeAreChosenAtTheImport() throws IOException {
    Path bundle = scratch.resolve("bundle");
    assertThat(lookahead("--out", bundle.toString(), "--frame", "8x12", folder().toString()))
        .isEqualTo(ExitCode.OK.code());
    assertThat(encode(bundle, EngineChoice.EAGER)).hasSize((1 + 6) * WIDTH);
  }

  @Test
  void whatCannotBeImportedIsRefusedAndLeavesNothing() throws IOException {
    Path bundle = scratch.resolve("bundle");
    Path folder = folder();
    assertThatThrownBy(
            () -> run("--out", bundle.toString(), "--family", "ijepa", folder.toString()))
        .isInstanceOfSatisfying(
            LaunchFailure.class,
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(ExitCode.MODEL);
              assertThat(failure).hasMessageContaining("should be of family 'ijepa'");
              assertThat(failure.advice())
                  .contains("--family")
                  .contains("download the folder again");
            });
    assertThatThrownBy(() -> run("--out", bundle.toString(), "--frame", "big", folder.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'big'");
    assertThat(bundle).doesNotExist();
  }

  private static float[] encode(Path bundle, EngineChoice engine) {
    EncoderBundle opened = EncoderBundle.open(bundle);
    TokenModel model = TokenModelJson.read(opened.manifest().model());
    EncodeTokens encode = new EncodeTokens(model, 1, 0);
    try (TensorSession session =
        engine.engine().open(opened.parameters(model.parameters()), List.of(encode))) {
      DeviceTensor frames = session.allocate(encode.inputs().get(0));
      byte[] pixels = new byte[encode.inputs().get(0).shape().count()];
      Arrays.fill(pixels, (byte) 100);
      frames.write(ByteBuffer.wrap(pixels));
      return session.run(encode.name(), List.of(frames)).get(0).toArray();
    }
  }

  private int lookahead(String... arguments) {
    return new CommandLine(new ImportCommand(recorded.context())).execute(arguments);
  }

  private void run(String... arguments) throws Exception {
    ImportCommand command = new ImportCommand(recorded.context());
    new CommandLine(command).parseArgs(arguments);
    command.call();
  }

  /** DINOv2 of one block on 8 x 8 pixels. */
  private Path folder() throws IOException {
    Path folder = Files.createDirectories(scratch.resolve("tiny-dinov2"));
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"model_type": "dinov2", "hidden_size": 12, "image_size": 8, "patch_size": 4,
         "num_hidden_layers": 1, "num_attention_heads": 2, "mlp_ratio": 2}
        """);
    try (SafetensorsWriter file =
        new SafetensorsWriter(folder.resolve("model.safetensors"), 8192)) {
      put(file, "embeddings.cls_token", 1, 1, WIDTH);
      put(file, "embeddings.position_embeddings", 1, 5, WIDTH);
      put(file, "embeddings.patch_embeddings.projection.weight", WIDTH, 3, 4, 4);
      put(file, "embeddings.patch_embeddings.projection.bias", WIDTH);
      String layer = "encoder.layer.0.";
      for (String norm : List.of("norm1", "norm2")) {
        affine(file, layer + norm);
      }
      for (String map : List.of("query", "key", "value")) {
        affine(file, layer + "attention.attention." + map, WIDTH);
      }
      affine(file, layer + "attention.output.dense", WIDTH);
      put(file, layer + "layer_scale1.lambda1", WIDTH);
      put(file, layer + "layer_scale2.lambda1", WIDTH);
      put(file, layer + "mlp.fc1.weight", 2 * WIDTH, WIDTH);
      put(file, layer + "mlp.fc1.bias", 2 * WIDTH);
      put(file, layer + "mlp.fc2.weight", WIDTH, 2 * WIDTH);
      put(file, layer + "mlp.fc2.bias", WIDTH);
      affine(file, "layernorm");
      file.commit();
    }
    return folder;
  }

  private static void affine(SafetensorsWriter file, String name, long... in) throws IOException {
    long[] weight = in.length == 0 ? new long[] {WIDTH} : new long[] {WIDTH, in[0]};
    put(file, name + ".weight", weight);
    put(file, name + ".bias", WIDTH);
  }

  private static void put(SafetensorsWriter file, String name, long... sizes) throws IOException {
    int count = (int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      bytes.putFloat((float) Math.sin(i + name.length()));
    }
    file.append(name, DType.F32, Arrays.stream(sizes).boxed().toList(), bytes.flip());
  }
}
