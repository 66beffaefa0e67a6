package dev.lookahead.worldmodel.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.MemoryFolder;
import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.file.VersionedJson;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelBundleTest {

  private static final ActionSpace SPACE =
      new ActionSpace(List.of(new ActionAxis("x", "px", -1, 1), new ActionAxis("y", "px", -1, 1)));

  private static final ParameterSet PARAMETERS =
      new ParameterSet(
          Map.of(
              "w", HostTensor.of(Shape.of(2, 1), 1, 2),
              "b", HostTensor.of(Shape.of(1), 3)));

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private Path bundle = Path.of("");

  @BeforeEach
  void writeABundle() throws IOException {
    bundle = folder.resolve("two-room");
    ModelBundle.write(bundle, manifest("one"), PARAMETERS);
  }

  @Test
  void itRemembersHowFarItWasTrustedUntilItsWeightsChange() throws IOException {
    ModelTrust.Horizon near = new ModelTrust.Horizon("lab", "aa", 10, 20, 50);
    ModelTrust.Horizon far = new ModelTrust.Horizon("hall", "bb", 5, 50, 50);
    assertThat(ModelBundle.open(bundle).trust().farthest()).isEmpty();
    ModelBundle.open(bundle).trust(near);
    ModelBundle.open(bundle).trust(far);
    ModelBundle.open(bundle).trust(near);
    assertThat(ModelBundle.open(bundle).trust().horizons()).containsExactly(far, near);
    assertThat(ModelBundle.open(bundle).trust().farthest()).contains(far);
    assertThat(far.openEnded()).isTrue();

    ParameterSet other =
        new ParameterSet(
            Map.of(
                "w", HostTensor.of(Shape.of(2, 1), 9, 2),
                "b", HostTensor.of(Shape.of(1), 3)));
    ModelBundle.write(bundle, manifest("one"), other);
    assertThat(ModelBundle.open(bundle).trust().horizons()).isEmpty();

    Files.writeString(bundle.resolve("trust.json"), "{}");
    assertThatThrownBy(() -> ModelBundle.open(bundle)).isInstanceOf(CheckpointException.class);
    assertThatThrownBy(() -> new ModelTrust.Horizon("lab", "aa", 1, 20, 10))
        .hasMessageContaining("got 1, 20 and 10");
  }

  @Test
  void whatIsWrittenIsRead() {
    ModelBundle read = ModelBundle.open(bundle);
    assertThat(read.manifest()).isEqualTo(manifest("one"));
    assertThat(read.parameters(List.of(spec("w", 2, 1), spec("b", 1)))).isEqualTo(PARAMETERS);
    assertThat(folder).isDirectoryContaining(path -> path.equals(bundle));
  }

  @Test
  void aNewBundleReplacesTheOldAsAWhole() throws IOException {
    ModelBundle.write(bundle, manifest("two"), new ParameterSet(Map.of()));
    assertThat(ModelBundle.open(bundle).manifest()).isEqualTo(manifest("two"));
    assertThat(folder.toFile().list()).containsExactly("two-room");
  }

  @Test
  void aCrashBetweenTheRenamesLeavesTheOldBundleReadable() throws IOException {
    Files.move(bundle, folder.resolve("two-room.old"));
    assertThat(ModelBundle.open(bundle).manifest()).isEqualTo(manifest("one"));
    ModelBundle.write(bundle, manifest("two"), PARAMETERS);
    assertThat(ModelBundle.open(bundle).manifest()).isEqualTo(manifest("two"));
    assertThat(folder.toFile().list()).containsExactly("two-room");
  }

  @Test
  void aFailedWriteLeavesTheOldBundle() throws IOException {
    Files.createDirectories(folder.resolve("two-room.tmp/not-ours"));
    assertThatThrownBy(() -> ModelBundle.write(bundle, manifest("two"), PARAMETERS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("two-room.tmp");
    assertThat(ModelBundle.open(bundle).manifest()).isEqualTo(manifest("one"));
  }

  @Test
  void leftoversOfCrashesAreCleanedUp() throws IOException {
    Path half = Files.createDirectory(folder.resolve("two-room.tmp"));
    Files.write(half.resolve("model.safetensors.tmp"), new byte[10]);
    Path old = Files.createDirectory(folder.resolve("two-room.old"));
    Files.write(old.resolve("model.safetensors"), new byte[10]);
    assertThat(ModelBundle.open(bundle).manifest()).isEqualTo(manifest("one"));
    ModelBundle.write(bundle, manifest("two"), PARAMETERS);
    assertThat(ModelBundle.open(bundle).manifest()).isEqualTo(manifest("two"));
    assertThat(folder.toFile().list()).containsExactly("two-room");
  }

  @Test
  void aDirectoryThatIsNoBundleIsNeverReplaced() throws IOException {
    Path thesis = Files.createDirectories(folder.resolve("work")).resolve("thesis.tex");
    Files.writeString(thesis, "years");
    assertThatThrownBy(() -> ModelBundle.write(folder.resolve("work"), manifest("x"), PARAMETERS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds more than a model bundle, found thesis.tex");
    assertThatThrownBy(() -> ModelBundle.write(thesis, manifest("x"), PARAMETERS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("should be a directory");
    assertThat(thesis).hasContent("years");
  }

  @Test
  void everyMisfittingParameterIsListedWithBothValues() {
    ModelBundle read = ModelBundle.open(bundle);
    assertThatThrownBy(() -> read.parameters(List.of(spec("w", 1, 2), spec("c", 4))))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("'w' should be F32 [1, 2], is F32 [2, 1]")
        .hasMessageContaining("missing 'c' [4]")
        .hasMessageContaining("unexpected 'b' [1]");
  }

  @Test
  void anotherActionSpaceIsRefusedWithBoth() {
    ModelBundle read = ModelBundle.open(bundle);
    read.requireActionSpace(SPACE);
    ActionSpace other = new ActionSpace(List.of(new ActionAxis("x", "m", -1, 1)));
    assertThatThrownBy(() -> read.requireActionSpace(other))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("another action space")
        .hasMessageContaining("unit=m,")
        .hasMessageContaining("unit=px,");
  }

  @Test
  void weightsWithAnotherHashAreRefusedWithBoth() throws IOException {
    Path weights = bundle.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    assertThatThrownBy(() -> ModelBundle.open(bundle))
        .isInstanceOf(CheckpointException.class)
        .hasMessageMatching("(?s).*SHA-256 should be [0-9a-f]{64}, is [0-9a-f]{64}");
  }

  @Test
  void aMissingHalfIsRefused() throws IOException {
    Files.delete(bundle.resolve("model.safetensors"));
    assertThatThrownBy(() -> ModelBundle.open(bundle))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("no such file");
    Files.delete(bundle.resolve("bundle.json"));
    assertThatThrownBy(() -> ModelBundle.open(bundle))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("a directory with bundle.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"formatVersion\" : 2   | \"formatVersion\" : 3   | should be 2, found 3; a newer Lookahead wrote this",
        "\"formatVersion\" : 2   | \"formatVersion\" : 0   | should be 2, found 0",
        "\"formatVersion\" : 2   | \"formatVersion\" : \"1\" | should be 2, found \"1\"",
        "\"framePeriodNanos\" : 100000000 | \"framePeriodNanos\" : -1 | must be above 0, got -1",
        "\"contextFrames\" : 3   | \"contextFrames\" : 0   | context frames",
        "\"contextFrames\" : 3   | \"contextFrames\" : 3.5 | not the JSON it should be",
        "\"contextFrames\" : 3   | \"contextFrames\" : \"3\" | not the JSON it should be",
        "\"contextFrames\" : 3,  | \"contextFrames\" : 3, \"x\" : 1, | not the JSON it should be",
        "\"contextFrames\" : 3,  | \"other\" : 3,          | not the JSON it should be",
        "\"proprioceptionSize\" : 0 | \"proprioceptionSize\" : 4 | should have 2 action and 4 proprioception axes, have 2 and 0",
        "\"low\" : -1.0          | \"low\" : 2.0           | finite low < high",
        "\"low\" : -1.0          | \"low\" : 1e99          | finite low < high",
        "\"low\" : -1.0          | \"low\" : null          | not the JSON it should be",
        "2026-11-21T00:00:00Z    | yesterday             | not the values it should hold",
        "\"name\" : \"one\"      | \"name\" : \"a\", \"name\" : \"b\" | Duplicate field",
      })
  void aBrokenDescriptionIsRefused(String part, String replacement, String message)
      throws IOException {
    Path description = bundle.resolve("bundle.json");
    String json = Files.readString(description);
    assertThat(json).contains(part);
    Files.writeString(description, json.replaceFirst(Pattern.quote(part), replacement));
    assertThatThrownBy(() -> ModelBundle.open(bundle))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith(description.toString())
        .hasMessageContaining(message);
  }

  @Test
  void aBundleOfTheFirstVersionDoesNotKnowTheRateOfItsFrames() throws IOException {
    Path description = bundle.resolve("bundle.json");
    String json = Files.readString(description);
    Files.writeString(
        description,
        json.replace("\"formatVersion\" : 2", "\"formatVersion\" : 1")
            .replaceFirst("\"framePeriodNanos\" : 100000000,", ""));
    BundleManifest old = ModelBundle.open(bundle).manifest();
    assertThat(old.framePeriodNanos()).isEmpty();
    assertThat(old.spec()).isEqualTo(manifest("one").spec());
    ModelBundle.write(bundle, old, PARAMETERS);
    assertThat(ModelBundle.open(bundle).manifest()).isEqualTo(old);
  }

  @Test
  void randomDamageToTheDescriptionIsReadOrRefusedAndNothingElse() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    byte[] good = Files.readAllBytes(bundle.resolve("bundle.json"));
    byte[] tokens = "{}[]:,\"0-9.eEnulltrue \\\u0000".getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int i = 0; i < 5000; i++) {
      byte[] bad = good.clone();
      for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
        bad[random.nextInt(bad.length)] = tokens[random.nextInt(tokens.length)];
      }
      try {
        assertThat(VersionedJson.parse(bad, 2, BundleJson.class).toManifest()).isNotNull();
      } catch (IllegalArgumentException expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(2500);
  }

  private static BundleManifest manifest(String name) {
    return new BundleManifest(
        JsonNodeFactory.instance.objectNode().put("name", name).put("width", 96),
        new WorldModelSpec(64, 64, 3, 5, 0, SPACE),
        OptionalLong.of(100_000_000),
        new Normalizers(
            new Normalizer(new float[] {0.1f, 0}, new float[] {0.3f, 1}),
            Normalizer.identity(0),
            Normalizer.identity(3)),
        new Provenance(
            "abc",
            "ten episodes",
            7,
            "unknown",
            Map.of("java", "17"),
            3000,
            12.5,
            Map.of("loss", 0.25),
            Instant.parse("2026-11-21T00:00:00Z")));
  }

  private static ParameterSpec spec(String name, int... sizes) {
    return ParameterSpec.matrix(name, Shape.of(sizes), Initializer.zeros());
  }
}
