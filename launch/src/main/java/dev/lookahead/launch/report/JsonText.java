package dev.lookahead.launch.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Proprioception;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON, in the one way this program writes it: durations and instants in ISO 8601, an
 * empty optional as null, numbers that are not finite as strings, failures by their message, and of
 * a camera frame only its size and stamp.
 */
public final class JsonText {

  private static final ObjectMapper MAPPER = mapper();

  private JsonText() {}

  /** A value on one line. */
  public static String line(Object value) {
    return text(value, false);
  }

  /** A value on indented lines. */
  public static String pretty(Object value) {
    return text(value, true);
  }

  /** The value as a tree of maps, lists and scalars. */
  static Map<?, ?> tree(Object record) {
    return MAPPER.convertValue(record, Map.class);
  }

  private static String text(Object value, boolean pretty) {
    try {
      return pretty
          ? MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value)
          : MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  private static ObjectMapper mapper() {
    SimpleModule module = new SimpleModule("lookahead");
    module.addSerializer(Duration.class, ToStringSerializer.instance);
    module.addSerializer(Instant.class, ToStringSerializer.instance);
    module.addSerializer(Path.class, ToStringSerializer.instance);
    module.addSerializer(Throwable.class, ToStringSerializer.instance);
    module.addSerializer(
        Optional.class, as((Object optional) -> ((Optional<?>) optional).orElse(null)));
    module.addSerializer(
        OptionalDouble.class, as(optional -> optional.isPresent() ? optional.getAsDouble() : null));
    module.addSerializer(Action.class, as(Action::toArray));
    module.addSerializer(Proprioception.class, as(Proprioception::toArray));
    module.addSerializer(
        CameraFrame.class,
        as(f -> Map.of("width", f.width(), "height", f.height(), "stampNanos", f.stampNanos())));
    return new ObjectMapper().registerModule(module);
  }

  private interface View<T> {
    @Nullable Object of(T value);
  }

  private static <T> JsonSerializer<T> as(View<T> view) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        json.writePOJO(view.of(value));
      }
    };
  }
}
