package dev.lookahead.worldmodel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.MemoryFolder;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.TensorFile;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.SmallRegression;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingCheckpointTest {

  private static final TrainingProgram PROGRAM = SmallRegression.program();
  private static final String RUN = "a".repeat(64);

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("checkpoint.safetensors");
  }

  @Test
  void aStateComesBackBitForBit() throws IOException {
    TrainingState state = state();
    TrainingCheckpoint.write(file, state, RUN);

    assertThat(TrainingCheckpoint.read(file, PROGRAM, RUN)).isEqualTo(state);
  }

  @Test
  void theNewStateReplacesTheOld() throws IOException {
    TrainingCheckpoint.write(file, state(), RUN);
    TrainingState later = new TrainingState(9, state().parameters(), moments(5), moments(6));
    TrainingCheckpoint.write(file, later, RUN);

    assertThat(TrainingCheckpoint.read(file, PROGRAM, RUN)).isEqualTo(later);
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void theCheckpointOfAnotherRunIsRefused() throws IOException {
    TrainingCheckpoint.write(file, state(), RUN);

    assertRefused("b".repeat(64), "it belongs to another run", "found " + RUN);
  }

  @Test
  void aMissingFileIsRefused() {
    assertRefused(RUN, "checkpoint.safetensors");
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    TrainingCheckpoint.write(file, state(), RUN);
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {0, 7, bytes.length / 2, bytes.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      assertRefused(RUN, file.toString());
    }
  }

  @Test
  void oneWrongBitIsRefused() throws IOException {
    TrainingCheckpoint.write(file, state(), RUN);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 2] ^= 1;
    Files.write(file, bytes);

    assertRefused(RUN, "it is damaged: expected SHA-256");
  }

  @Test
  void parametersOfAnotherShapeAreRefused() throws IOException {
    TrainingState state = state();
    ParameterSet wrong = misshapen(state.parameters());
    TrainingCheckpoint.write(
        file, new TrainingState(7, wrong, state.firstMoments(), state.secondMoments()), RUN);

    assertRefused(RUN, "fc1.bias", "expected [6]", "found [5]");
  }

  @Test
  void momentsOfAnotherShapeAreRefused() throws IOException {
    TrainingCheckpoint.write(
        file, new TrainingState(7, state().parameters(), moments(2), misshapen(moments(3))), RUN);

    assertRefused(RUN, "expected second_moment/fc1.bias of shape [6], found [5]");
  }

  @Test
  void missingMomentsAreRefused() throws IOException {
    Map<String, HostTensor> fewer = new LinkedHashMap<>(moments(2).tensors());
    fewer.remove("fc1.bias");
    TrainingCheckpoint.write(
        file, new TrainingState(7, state().parameters(), new ParameterSet(fewer), moments(3)), RUN);

    assertRefused(RUN, "expected first_moment/ of");
  }

  @Test
  void aStepThatIsNoNumberIsRefused() throws IOException {
    for (String step : new String[] {"", "-1", "1e3", "9999999999999999999"}) {
      TrainingCheckpoint.write(file, state(), RUN);
      editMetadata(
          metadata -> {
            metadata.put("step", step);
            return metadata;
          });
      assertRefused(RUN, "expected a number of steps, found '" + step + "'");
    }
  }

  private void assertRefused(String run, String... sentences) {
    assertThatThrownBy(() -> TrainingCheckpoint.read(file, PROGRAM, run))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContainingAll(sentences);
  }

  private void editMetadata(UnaryOperator<Map<String, String>> edit) throws IOException {
    TensorFile content = TensorFile.read(file);
    new TensorFile(content.tensors(), edit.apply(new HashMap<>(content.metadata()))).write(file);
  }

  private static TrainingState state() {
    ParameterSet parameters =
        ParameterSet.initialize(PROGRAM.parameters(), new SplittableRandom(1));
    return new TrainingState(7, parameters, moments(2), moments(3));
  }

  private static ParameterSet moments(float value) {
    Map<String, HostTensor> moments = new LinkedHashMap<>();
    TrainingState.initial(
            PROGRAM, ParameterSet.initialize(PROGRAM.parameters(), new SplittableRandom(1)))
        .firstMoments()
        .tensors()
        .forEach((name, zero) -> moments.put(name, HostTensor.filled(zero.shape(), value)));
    return new ParameterSet(moments);
  }

  private static ParameterSet misshapen(ParameterSet set) {
    return set.with(Map.of("fc1.bias", HostTensor.filled(Shape.of(5), 0f)));
  }
}
