package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lookahead.launch.command.RecordedContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A model of some hundred parameters, learned in 40 steps from twelve short episodes. */
public final class TinyTraining {

  private static final String PRESET =
      """
      model:
        vision:
          type: conv
          frameHeight: 16
          frameWidth: 16
          channels: [4, 8]
          latentWidth: 8
        blockSteps: 2
        actionHidden: 8
        actionWidth: 8
        predictor:
          type: causal
          contextFrames: 1
          latentWidth: 8
          actionWidth: 8
          width: 8
          depth: 1
          heads: 2
          headWidth: 4
          mlpWidth: 16
      objective:
        weights:
          prediction: 1
          rollout: 1
          sigReg: 0.05
          variance: 1
        rolloutSteps: 2
      training:
        steps: 40
        batch: 8
        clipFrames: 4
        warmupSteps: 4
        validationBatches: 1
        validateEvery: 10
        checkpointEvery: 10
      """;

  private TinyTraining() {}

  /** Records the episodes into {@code folder/data} and writes {@code folder/tiny.yaml}. */
  public static void prepare(Path folder) throws IOException {
    Files.writeString(folder.resolve("tiny.yaml"), PRESET);
    RecordedContext recorded = new RecordedContext();
    int code =
        Main.execute(
            recorded.context(),
            "collect",
            "two-room",
            "frameSide=16",
            "recipe.steps=20",
            "recipe.episodes=12",
            "folder=" + folder.resolve("data"),
            "--out=" + folder.resolve("collected"));
    assertThat(code).as(recorded.err()).isZero();
  }

  /** A command line that trains from a prepared folder into another. */
  public static String[] arguments(Path prepared, Path out, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.add("train");
    arguments.add(prepared.resolve("tiny.yaml").toString());
    arguments.add("data=" + prepared.resolve("data"));
    arguments.add("--out=" + out);
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  /** The only run in a folder of runs. */
  public static Path onlyRun(Path runs) throws IOException {
    try (Stream<Path> files = Files.list(runs)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  /** The weights that a run has learned. */
  public static byte[] weights(Path run) throws IOException {
    return Files.readAllBytes(run.resolve("model/model.safetensors"));
  }

  /** What was measured in a run, step by step: its log without times and interruptions. */
  public static List<JsonNode> measured(Path run) throws IOException {
    List<JsonNode> measured = new ArrayList<>();
    JsonMapper mapper = new JsonMapper();
    for (String line : Files.readAllLines(run.resolve("events.jsonl"))) {
      ObjectNode event = (ObjectNode) mapper.readTree(line);
      if (List.of("Stepped", "Validated").contains(event.path("event").asText())) {
        event.remove("time");
        measured.add(event);
      }
    }
    return measured;
  }
}
