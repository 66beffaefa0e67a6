package dev.lookahead.launch.wiring;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** How many threads one operation of the tensor engine may use; a property of the process. */
public final class EngineThreads {

  private EngineThreads() {}

  /** Sets the number, also after the engine was used. Loads the engine. */
  public static void use(int threads) {
    System.setProperty("ai.djl.offline", "true");
    // Read when the engine loads; after that the engine must be told.
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    if (Engine.getInstance().getEngineName().equals("PyTorch")) {
      JniUtils.setNumThreads(threads);
    }
  }
}
