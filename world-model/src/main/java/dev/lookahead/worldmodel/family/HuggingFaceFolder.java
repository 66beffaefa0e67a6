package dev.lookahead.worldmodel.family;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.SafetensorsReader;
import dev.lookahead.worldmodel.checkpoint.TensorEntry;
import dev.lookahead.worldmodel.file.Sha256;
import dev.lookahead.worldmodel.tensor.HostTensor;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A folder as Hugging Face publishes models: {@code config.json}, and the weights in {@code
 * model.safetensors} or in the shards that {@code model.safetensors.index.json} lists. Everything
 * in it is a stranger's until it is checked.
 */
public final class HuggingFaceFolder {

  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "model.safetensors";
  private static final String INDEX = WEIGHTS + ".index.json";
  private static final long MOST_JSON_BYTES = 8 << 20;
  private static final Pattern SHARD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.safetensors");

  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(32).maxNumberLength(32).build())
              .build());

  private final Path folder;
  private final FolderConfig config;
  private final List<SafetensorsReader> shards;
  private final Map<String, SafetensorsReader> byName;

  private HuggingFaceFolder(Path folder, FolderConfig config, List<SafetensorsReader> shards) {
    this.folder = folder;
    this.config = config;
    this.shards = List.copyOf(shards);
    Map<String, SafetensorsReader> owners = new LinkedHashMap<>();
    for (SafetensorsReader shard : shards) {
      for (TensorEntry entry : shard.entries()) {
        SafetensorsReader other = owners.put(entry.name(), shard);
        if (other != null) {
          throw new CheckpointException(
              shard.file(),
              "tensor '" + entry.name() + "' is in " + other.file().getFileName() + " too");
        }
      }
    }
    this.byName = Collections.unmodifiableMap(owners);
  }

  /**
   * Opens a folder: reads the configuration and the header of every shard.
   *
   * @throws CheckpointException if a file is missing, malformed or shorter than its header says, or
   *     if the weights are a pickle
   */
  public static HuggingFaceFolder open(Path folder) {
    if (!Files.isDirectory(folder)) {
      PickledWeights.refuse(folder);
      throw new CheckpointException(
          folder, "a published model is a folder with " + CONFIG + " and " + WEIGHTS);
    }
    Path single = folder.resolve(WEIGHTS);
    Path index = folder.resolve(INDEX);
    List<Path> files;
    if (Files.isRegularFile(single)) {
      files = List.of(single);
    } else if (Files.isRegularFile(index)) {
      files = shards(index);
    } else {
      refusePickles(folder);
      throw new CheckpointException(
          folder, "there should be " + WEIGHTS + " or " + INDEX + ", there is neither");
    }
    Path config = folder.resolve(CONFIG);
    if (!Files.isRegularFile(config)) {
      throw new CheckpointException(folder, "there should be a " + CONFIG + ", there is none");
    }
    FolderConfig read = new FolderConfig(config, object(config));
    return new HuggingFaceFolder(
        folder, read, files.stream().map(SafetensorsReader::open).toList());
  }

  private static void refusePickles(Path folder) {
    try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
      for (Path file : content) {
        PickledWeights.refuse(file);
      }
    } catch (IOException unreadable) {
      throw new CheckpointException(
          folder, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /** The files an index lists, each once; all that are missing are named together. */
  private static List<Path> shards(Path index) {
    JsonNode map = object(index).path("weight_map");
    if (!map.isObject() || map.isEmpty()) {
      throw new CheckpointException(index, "'weight_map' should say which shard holds a tensor");
    }
    TreeSet<String> names = new TreeSet<>();
    map.elements().forEachRemaining(value -> names.add(value.asText()));
    List<String> missing = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      if (!SHARD.matcher(name).matches()) {
        throw new CheckpointException(
            index, "a shard is a .safetensors file beside the index, found '" + name + "'");
      }
      Path file = index.resolveSibling(name);
      if (!Files.isRegularFile(file)) {
        missing.add(name);
      }
      files.add(file);
    }
    if (!missing.isEmpty()) {
      throw new CheckpointException(
          index,
          "%d of %d shards are not there: %s; download them again"
              .formatted(missing.size(), files.size(), String.join(", ", missing)));
    }
    return files;
  }

  private static JsonNode object(Path file) {
    try {
      if (Files.size(file) > MOST_JSON_BYTES) {
        throw new CheckpointException(
            file, "it should have at most " + MOST_JSON_BYTES + " bytes, has " + Files.size(file));
      }
      JsonNode json = MAPPER.readTree(Files.readAllBytes(file));
      if (!json.isObject()) {
        throw new CheckpointException(file, "it should be a JSON object, is " + json.getNodeType());
      }
      return json;
    } catch (IOException malformed) {
      throw new CheckpointException(
          file, "it is not the JSON it should be: " + malformed.getMessage(), malformed);
    }
  }

  /** Its name, for people. */
  public String name() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  /** Where it lies. */
  public Path path() {
    return folder;
  }

  /** What {@code config.json} says. */
  public FolderConfig config() {
    return config;
  }

  /** How many files hold the weights. */
  public int files() {
    return shards.size();
  }

  /** The names of all tensors. */
  public Collection<String> names() {
    return byName.keySet();
  }

  /** The tensor of that name; refuses unknown names. */
  TensorEntry entry(String name) {
    return owner(name).entry(name);
  }

  /** The values of one tensor as float32: in the mapped file, or converted from half precision. */
  public HostTensor tensor(String name) {
    return HalfPrecision.read(owner(name), name);
  }

  private SafetensorsReader owner(String name) {
    SafetensorsReader shard = byName.get(name);
    if (shard == null) {
      throw new CheckpointException(folder, "there is no tensor '" + name + "'");
    }
    return shard;
  }

  /**
   * The hash of all weights, shard by shard.
   *
   * @throws IOException if they cannot be read
   */
  public String sha256() throws IOException {
    Sha256 hash = new Sha256();
    for (SafetensorsReader shard : shards) {
      hash.addFile(shard.file());
    }
    return hash.hex();
  }
}
