package dev.lookahead.worldmodel.episode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.DType;
import dev.lookahead.worldmodel.checkpoint.SafetensorsReader;
import dev.lookahead.worldmodel.checkpoint.SafetensorsWriter;
import dev.lookahead.worldmodel.checkpoint.TensorEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How episodes lie in a safetensors file: tensors {@code episode-000123/frames}, {@code /actions},
 * {@code /states}, {@code /proprioception} and {@code /timestamps}, and the {@link EpisodeInfo} as
 * JSON in the metadata under {@code episode-000123}. Episodes follow one another; empty states and
 * proprioception are left out.
 */
final class EpisodeShard {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectReader INFO =
      MAPPER
          .readerFor(EpisodeInfo.class)
          .with(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** What the description and five tensors of one episode need in a header, at the very most. */
  static final int HEADER_BYTES_PER_EPISODE = 8192;

  private EpisodeShard() {}

  static String fileName(int shard) {
    return "shard-%05d.safetensors".formatted(shard);
  }

  static String episodeName(int number) {
    return "episode-%06d".formatted(number);
  }

  static void append(SafetensorsWriter writer, int number, Episode episode) throws IOException {
    DatasetSpec spec = episode.spec();
    String name = episodeName(number);
    long length = episode.length();
    writer.describe(name, MAPPER.writeValueAsString(episode.info()));
    writer.append(name + "/timestamps", DType.I64, List.of(length), bytes(episode.stampsNanos()));
    appendRows(writer, name + "/actions", length - 1, spec.actionSize(), episode.actions());
    appendRows(writer, name + "/states", length, spec.stateSize(), episode.states());
    appendRows(
        writer,
        name + "/proprioception",
        length,
        spec.proprioceptionSize(),
        episode.proprioception());
    writer.append(name + "/frames", DType.U8, frameShape(length, spec), episode.frames());
  }

  private static void appendRows(
      SafetensorsWriter writer, String name, long rows, long size, FloatBuffer values)
      throws IOException {
    if (size > 0) {
      writer.append(name, DType.F32, List.of(rows, size), bytes(values));
    }
  }

  /**
   * The episodes of a shard.
   *
   * @param firstNumber the number the first of them must have
   * @throws DataException if a tensor is missing, unexpected, or does not fit the dataset
   */
  static List<Episode> read(Path file, DatasetSpec spec, int firstNumber) {
    try {
      SafetensorsReader reader = SafetensorsReader.open(file);
      List<Episode> episodes = new ArrayList<>();
      int tensors = 0;
      while (tensors < reader.entries().size()) {
        String name = episodeName(firstNumber + episodes.size());
        episodes.add(readNamed(reader, name, spec));
        tensors += 3 + Math.min(1, spec.stateSize()) + Math.min(1, spec.proprioceptionSize());
      }
      if (tensors != reader.entries().size() || reader.metadata().size() != episodes.size()) {
        throw new IllegalArgumentException(
            "%d episodes have %d tensors and %d descriptions, found %d and %d"
                .formatted(
                    episodes.size(),
                    tensors,
                    episodes.size(),
                    reader.entries().size(),
                    reader.metadata().size()));
      }
      return episodes;
    } catch (CheckpointException refused) {
      throw new DataException(String.valueOf(refused.getMessage()), refused);
    } catch (JsonProcessingException malformed) {
      throw new DataException(
          file, "an episode's description is broken: " + malformed.getOriginalMessage(), malformed);
    } catch (IllegalArgumentException unfit) {
      throw new DataException(file, String.valueOf(unfit.getMessage()), unfit);
    }
  }

  private static Episode readNamed(SafetensorsReader reader, String name, DatasetSpec spec)
      throws JsonProcessingException {
    try {
      return read(reader, name, spec);
    } catch (IllegalArgumentException unfit) {
      throw new IllegalArgumentException(name + ": " + unfit.getMessage(), unfit);
    }
  }

  private static Episode read(SafetensorsReader reader, String name, DatasetSpec spec)
      throws JsonProcessingException {
    String info = reader.metadata().get(name);
    if (info == null) {
      throw new IllegalArgumentException(
          "expected '%s' next, found a shard of %s".formatted(name, reader.metadata().keySet()));
    }
    LongBuffer stamps = reader.longs(name + "/timestamps");
    long length = stamps.remaining();
    requireShape(reader.entry(name + "/timestamps"), List.of(length));
    requireShape(reader.entry(name + "/frames"), frameShape(length, spec));
    return new Episode(
        spec,
        INFO.readValue(info),
        reader.unsignedBytes(name + "/frames"),
        rows(reader, name + "/actions", length - 1, spec.actionSize()),
        rows(reader, name + "/states", length, spec.stateSize()),
        rows(reader, name + "/proprioception", length, spec.proprioceptionSize()),
        stamps);
  }

  private static FloatBuffer rows(SafetensorsReader reader, String name, long rows, long size) {
    if (size == 0) {
      return FloatBuffer.allocate(0);
    }
    FloatBuffer values = reader.floats(name);
    requireShape(reader.entry(name), List.of(rows, size));
    return values;
  }

  private static void requireShape(TensorEntry entry, List<Long> expected) {
    if (!entry.shape().equals(expected)) {
      throw new IllegalArgumentException(
          "'%s' should be %s, is %s".formatted(entry.name(), expected, entry.shape()));
    }
  }

  private static List<Long> frameShape(long length, DatasetSpec spec) {
    return List.of(length, (long) spec.frameHeight(), (long) spec.frameWidth(), 3L);
  }

  /** Floats as they lie on disk. */
  static ByteBuffer bytes(FloatBuffer values) {
    ByteBuffer bytes = littleEndian(values.remaining(), Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return bytes;
  }

  /** Longs as they lie on disk. */
  static ByteBuffer bytes(LongBuffer values) {
    ByteBuffer bytes = littleEndian(values.remaining(), Long.BYTES);
    bytes.asLongBuffer().put(values);
    return bytes;
  }

  private static ByteBuffer littleEndian(int count, int size) {
    return ByteBuffer.allocate(Math.multiplyExact(count, size)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
