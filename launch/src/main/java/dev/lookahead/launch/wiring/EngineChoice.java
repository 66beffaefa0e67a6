package dev.lookahead.launch.wiring;

import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;

/** Which interpretation of a model runs. */
public enum EngineChoice {
  /** The model traced to TorchScript: one call per rollout or training step. */
  TORCHSCRIPT,
  /** Operation by operation: slower, the oracle of the other. */
  EAGER;

  /** The engine. */
  public TensorEngine engine() {
    return switch (this) {
      case TORCHSCRIPT -> new TorchScriptEngine();
      case EAGER -> new EagerEngine();
    };
  }
}
