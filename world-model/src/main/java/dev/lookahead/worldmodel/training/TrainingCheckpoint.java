package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.TensorFile;
import dev.lookahead.worldmodel.file.Sha256;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A {@link TrainingState} on disk: one safetensors file, replaced as a whole. It carries a hash of
 * its numbers, because one wrong bit would quietly become another training.
 */
public final class TrainingCheckpoint {

  private static final String PARAMETER = "parameter/";
  private static final String FIRST_MOMENT = "first_moment/";
  private static final String SECOND_MOMENT = "second_moment/";
  private static final String STEP = "step";
  private static final String RUN = "run";
  private static final String HASH = "sha256";

  private TrainingCheckpoint() {}

  /**
   * Writes a state.
   *
   * @param run identifies data, model and settings; reading it for another run is refused
   * @throws IOException if the disk refuses; an older file is then unchanged
   */
  public static void write(Path file, TrainingState state, String run) throws IOException {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    put(tensors, PARAMETER, state.parameters());
    put(tensors, FIRST_MOMENT, state.firstMoments());
    put(tensors, SECOND_MOMENT, state.secondMoments());
    ParameterSet all = new ParameterSet(tensors);
    Map<String, String> metadata =
        Map.of(STEP, Long.toString(state.step()), RUN, run, HASH, hash(all));
    new TensorFile(all, metadata).write(file);
  }

  /**
   * Reads the state of the same run.
   *
   * @throws CheckpointException if the file is damaged, of another run, or does not fit the program
   */
  public static TrainingState read(Path file, TrainingProgram program, String run) {
    TensorFile content = TensorFile.read(file);
    String writtenBy = content.metadata().getOrDefault(RUN, "none");
    if (!writtenBy.equals(run)) {
      throw new CheckpointException(
          file,
          "it belongs to another run: expected data, model and settings %s, found %s"
              .formatted(run, writtenBy));
    }
    String expected = content.metadata().getOrDefault(HASH, "none");
    String found = hash(content.tensors());
    if (!found.equals(expected)) {
      throw new CheckpointException(
          file, "it is damaged: expected SHA-256 %s, found %s".formatted(expected, found));
    }
    try {
      TrainingState fresh = TrainingState.initial(program, content.tensors().relativeTo(PARAMETER));
      return new TrainingState(
          step(content),
          fresh.parameters(),
          moments(content, FIRST_MOMENT, fresh.firstMoments()),
          moments(content, SECOND_MOMENT, fresh.secondMoments()));
    } catch (IllegalArgumentException unfit) {
      throw new CheckpointException(
          file, "it does not continue this training: " + unfit.getMessage(), unfit);
    }
  }

  private static long step(TensorFile content) {
    String text = content.metadata().getOrDefault(STEP, "none");
    if (!text.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException("expected a number of steps, found '" + text + "'");
    }
    return Long.parseLong(text);
  }

  private static ParameterSet moments(TensorFile content, String prefix, ParameterSet like) {
    ParameterSet found = content.tensors().relativeTo(prefix);
    if (!found.tensors().keySet().equals(like.tensors().keySet())) {
      throw new IllegalArgumentException(
          "expected %s of %s, found of %s"
              .formatted(prefix, like.tensors().keySet(), found.tensors().keySet()));
    }
    like.tensors()
        .forEach(
            (name, tensor) -> {
              if (!found.get(name).shape().equals(tensor.shape())) {
                throw new IllegalArgumentException(
                    "expected %s%s of shape %s, found %s"
                        .formatted(prefix, name, tensor.shape(), found.get(name).shape()));
              }
            });
    return found;
  }

  private static void put(Map<String, HostTensor> tensors, String prefix, ParameterSet part) {
    part.tensors().forEach((name, value) -> tensors.put(prefix + name, value));
  }

  /** Over names and values in the order of the names. */
  private static String hash(ParameterSet tensors) {
    Sha256 hash = new Sha256();
    new TreeMap<>(tensors.tensors())
        .forEach(
            (name, tensor) -> {
              ByteBuffer bytes = ByteBuffer.allocate(tensor.shape().count() * Float.BYTES);
              tensor.copyTo(bytes.asFloatBuffer());
              hash.add(name.getBytes(StandardCharsets.UTF_8)).add(bytes);
            });
    return hash.hex();
  }
}
