package dev.lookahead.launch.wiring;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.worldmodel.training.TrainingEvent;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the events of a training run back from its {@code events.jsonl}. */
final class TrainingHistory {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private static final Map<String, Class<?>> KINDS =
      Arrays.stream(TrainingEvent.class.getPermittedSubclasses())
          .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

  /** A longer line is damage: ours hold a few numbers. */
  private static final int MAX_LINE_BYTES = 1 << 20;

  private TrainingHistory() {}

  /**
   * Replays a log in its order. Ends before the first event of a later step, and before the first
   * line that is incomplete or damaged: a process that was killed leaves one.
   *
   * @param lastStep the step that the run goes on from
   * @param events receives each event with the time it happened
   * @return how many bytes of the file were replayed
   */
  static long replay(Path file, long lastStep, BiConsumer<TrainingEvent, Instant> events)
      throws IOException {
    long bytes = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (byte[] line = line(in); line.length > 0; line = line(in)) {
        JsonNode node = MAPPER.readTree(line);
        TrainingEvent event = event(node);
        Instant time = Instant.parse(node.path("time").asText());
        if (event.step() > lastStep) {
          break;
        }
        events.accept(event, time);
        bytes += line.length;
      }
    } catch (JsonProcessingException | DateTimeException damaged) {
      return bytes;
    }
    return bytes;
  }

  private static TrainingEvent event(JsonNode node) throws JsonProcessingException {
    Class<?> kind = KINDS.get(node.path("event").asText());
    if (kind == null) {
      throw new JsonParseException(null, "no event of a training run: " + node);
    }
    return (TrainingEvent) MAPPER.treeToValue(node, kind);
  }

  /** The next line with its end; empty after the last whole one. */
  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && line.size() < MAX_LINE_BYTES; next = in.read()) {
      line.write(next);
      if (next == '\n') {
        return line.toByteArray();
      }
    }
    return new byte[0];
  }
}
