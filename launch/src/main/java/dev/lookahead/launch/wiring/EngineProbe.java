package dev.lookahead.launch.wiring;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.Utils;
import java.nio.file.Path;
import java.util.Arrays;

/** Loads the tensor engine and multiplies two small matrices. */
public final class EngineProbe {

  private EngineProbe() {}

  /**
   * An engine that works.
   *
   * @param name for example {@code PyTorch}
   * @param version for example {@code 2.7.1}
   * @param device for example {@code cpu()}
   */
  public record LoadedEngine(String name, String version, String device) {}

  /** Where the engine unpacks its native libraries; loads nothing. */
  public static Path cacheFolder() {
    return Utils.getEngineCacheDir("pytorch");
  }

  /**
   * Loads the engine, without any download.
   *
   * @throws RuntimeException or {@link LinkageError}, whatever the engine reports
   * @throws IllegalStateException if it multiplies wrongly
   */
  public static LoadedEngine load() {
    System.setProperty("ai.djl.offline", "true");
    Engine engine = Engine.getInstance();
    try (NDManager manager = engine.newBaseManager()) {
      NDArray a = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
      float[] product = a.matMul(a).toFloatArray();
      if (!Arrays.equals(product, new float[] {7, 10, 15, 22})) {
        throw new IllegalStateException(
            "[[1, 2], [3, 4]] squared is [7, 10, 15, 22], the engine says "
                + Arrays.toString(product));
      }
      return new LoadedEngine(
          engine.getEngineName(), engine.getVersion(), manager.getDevice().toString());
    }
  }
}
