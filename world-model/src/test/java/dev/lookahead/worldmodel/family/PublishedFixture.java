package dev.lookahead.worldmodel.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lookahead.worldmodel.checkpoint.SafetensorsReader;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ElementType;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reference implementation computed on random weights. The files lie beside the repository,
 * or where the system property {@code lookahead.parity} says.
 */
final class PublishedFixture {

  private static final Path PLACE =
      Path.of(System.getProperty("lookahead.parity", "../../../shared/parity"));

  private final SafetensorsReader io;
  private final ImportedModel imported;

  private PublishedFixture(SafetensorsReader io, ImportedModel imported) {
    this.io = io;
    this.imported = imported;
  }

  /** The fixture of that name, imported from a folder as Hugging Face lays it out. */
  static PublishedFixture of(String name, PublishedFamily family, Path scratch) {
    return new PublishedFixture(
        SafetensorsReader.open(place(name).resolve("io.safetensors")),
        ImportedModel.of(folder(name, scratch), family.modelType()));
  }

  /** Config and weights of a fixture under the names of a Hugging Face folder. */
  static Path folder(String name, Path scratch) {
    try {
      Path folder = Files.createDirectories(scratch.resolve(name));
      Files.copy(place(name).resolve("config.json"), folder.resolve("config.json"));
      Files.copy(place(name).resolve("weights.safetensors"), folder.resolve("model.safetensors"));
      folder.resolve("config.json").toFile().setWritable(true);
      folder.resolve("model.safetensors").toFile().setWritable(true);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path place(String name) {
    Path place = PLACE.resolve(name);
    String reason = "no reference numbers at " + place.toAbsolutePath();
    if (!Files.isDirectory(place)) {
      System.out.println(reason + ": parity with " + name + " is not checked");
    }
    assumeTrue(Files.isDirectory(place), reason);
    return place;
  }

  ImportedModel imported() {
    return imported;
  }

  TokenModel model() {
    return imported.model();
  }

  /** A tensor of the reference. */
  HostTensor value(String name) {
    return io.tensor(name);
  }

  /** Places of tokens, as the numbers of an int64 tensor. */
  int[] places(String name) {
    LongBuffer longs = io.longs(name);
    int[] places = new int[longs.remaining()];
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.toIntExact(longs.get(i));
    }
    return places;
  }

  /** Pixels of the reference [..., 3, H, W] with channels last. */
  float[] pixels(String name) {
    HostTensor planes = value(name);
    Shape shape = planes.shape();
    int area = shape.size(-1) * shape.size(-2);
    float[] pixels = new float[shape.count()];
    for (int i = 0; i < pixels.length; i++) {
      int frame = i / (3 * area);
      int channel = i / area % 3;
      pixels[(frame * area + i % area) * 3 + channel] = planes.get(i);
    }
    return pixels;
  }

  /** All weights on the heap. */
  ParameterSet weights() {
    Map<String, HostTensor> values = new LinkedHashMap<>();
    model().parameters().forEach(spec -> values.put(spec.name(), imported.tensor(spec.name())));
    return new ParameterSet(values);
  }

  /** Runs a function in every engine and compares its outputs with the reference's. */
  void check(TensorFunction function, List<Object> inputs, List<String> expected) {
    for (TensorEngine engine : List.of(new EagerEngine(), new TorchScriptEngine())) {
      try (TensorSession session = engine.open(weights(), List.of(function))) {
        List<DeviceTensor> tensors = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
          TensorSpec spec = function.inputs().get(i);
          DeviceTensor tensor = session.allocate(spec);
          if (spec.type() == ElementType.INT64) {
            tensor.write((int[]) inputs.get(i));
          } else {
            tensor.write((float[]) inputs.get(i));
          }
          tensors.add(tensor);
        }
        List<DeviceTensor> outputs = session.run(function.name(), tensors);
        for (int i = 0; i < expected.size(); i++) {
          float[] found = outputs.get(i).toArray();
          assertClose(
              engine.name() + " " + expected.get(i), found, value(expected.get(i)).toArray());
        }
      }
    }
  }

  /** 1e-4 of the largest value. */
  private static void assertClose(String what, float[] found, float[] expected) {
    assertThat(found).as(what).hasSameSizeAs(expected);
    float scale = 0;
    float worst = 0;
    for (int i = 0; i < expected.length; i++) {
      scale = Math.max(scale, Math.abs(expected[i]));
      worst = Math.max(worst, Math.abs(found[i] - expected[i]));
    }
    System.out.printf("parity of %s: %.1e of its scale%n", what, worst / scale);
    assertThat(worst / scale).as(what).isCloseTo(0, within(1e-4f));
  }
}
