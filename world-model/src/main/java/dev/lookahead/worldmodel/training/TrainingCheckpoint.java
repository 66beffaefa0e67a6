package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.TensorFile;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A {@link TrainingState} on disk: one safetensors file, replaced as a whole. */
public final class TrainingCheckpoint {

  private static final String PARAMETER = "parameter/";
  private static final String FIRST_MOMENT = "first_moment/";
  private static final String SECOND_MOMENT = "second_moment/";
  private static final String STEP = "step";
  private static final String RUN = "run";

  private TrainingCheckpoint() {}

  /**
   * Writes a state.
   *
   * @param run identifies data, model and settings; reading it for another run is refused
   */
  public static void write(Path file, TrainingState state, String run) throws IOException {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    state.parameters().tensors().forEach((name, value) -> tensors.put(PARAMETER + name, value));
    state
        .firstMoments()
        .tensors()
        .forEach((name, value) -> tensors.put(FIRST_MOMENT + name, value));
    state
        .secondMoments()
        .tensors()
        .forEach((name, value) -> tensors.put(SECOND_MOMENT + name, value));
    new TensorFile(new ParameterSet(tensors), Map.of(STEP, Long.toString(state.step()), RUN, run))
        .write(file);
  }

  /**
   * Reads the state of the same run.
   *
   * @throws CheckpointException if the file is damaged, of another run, or does not fit the program
   */
  public static TrainingState read(Path file, TrainingProgram program, String run) {
    TensorFile content = TensorFile.read(file);
    String found = content.metadata().getOrDefault(RUN, "none");
    if (!found.equals(run)) {
      throw new CheckpointException(
          file,
          "it continues another run: expected data, model and settings "
              + run
              + ", found "
              + found);
    }
    try {
      TrainingState fresh = TrainingState.initial(program, part(content, PARAMETER));
      ParameterSet first = part(content, FIRST_MOMENT);
      ParameterSet second = part(content, SECOND_MOMENT);
      if (!first.tensors().keySet().equals(fresh.firstMoments().tensors().keySet())
          || !second.tensors().keySet().equals(fresh.secondMoments().tensors().keySet())) {
        throw new IllegalArgumentException("its moments are not those of the trained parameters");
      }
      long step = Long.parseLong(content.metadata().getOrDefault(STEP, ""));
      return new TrainingState(step, fresh.parameters(), first, second);
    } catch (IllegalArgumentException unfit) {
      throw new CheckpointException(
          file, "it does not continue this training: " + unfit.getMessage(), unfit);
    }
  }

  private static ParameterSet part(TensorFile content, String prefix) {
    Map<String, HostTensor> part = new LinkedHashMap<>();
    content
        .tensors()
        .under(prefix)
        .tensors()
        .forEach((name, value) -> part.put(name.substring(prefix.length()), value));
    return new ParameterSet(part);
  }
}
