package dev.lookahead.worldmodel.tensor.torchscript;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.djl.NativeTensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An archive in libtorch's memory, and the two ways to call it. */
final class LoadedModule implements AutoCloseable {

  private final NDManager root = NDManager.newBaseManager();
  private final PtNDManager exchange = (PtNDManager) root.newSubManager();
  private final PtSymbolBlock block;
  private final boolean training;

  /**
   * Loads a module.
   *
   * @param training whether its parameters will be updated: keeps them ordinary tensors instead of
   *     inference tensors
   */
  LoadedModule(ModuleSource source, boolean training) {
    this.training = training;
    block = load((PtNDManager) root, source, training);
    if (training) {
      JniUtils.enableTrainingMode(block);
    } else {
      JniUtils.enableInferenceMode(block);
    }
    root.cap();
  }

  /**
   * DJL reads parameters as ordinary tensors from a file only, not from a stream; and an archive of
   * a large model is longer than a Java array.
   */
  private static PtSymbolBlock load(PtNDManager manager, ModuleSource source, boolean training) {
    try {
      Path file = Files.createTempFile("lookahead-", ".pt");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          TorchScriptArchive.write(source, out);
        }
        return JniUtils.loadModule(manager, file, false, new String[0], new String[0], training);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot hand a program to the engine through the temporary folder", e);
    }
  }

  /** Where inputs and results of the caller live. */
  NDManager exchange() {
    return exchange;
  }

  /** Calls a method; the results live in the exchange manager and belong to the caller. */
  NDArray[] call(String method, List<DeviceTensor> inputs) {
    if (training) {
      return callRecordingGradients(method, inputs);
    }
    IValue[] arguments = new IValue[inputs.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = ((NativeTensor) inputs.get(i)).value();
    }
    // Optimising costs two slow calls per method and gains nothing: the text is straight-line and
    // its operations are large.
    JniUtils.setGraphExecutorOptimize(false);
    try (IValue result = IValueUtils.runMethod(block, method, arguments)) {
      return result.toTensorArray(exchange);
    } finally {
      JniUtils.setGraphExecutorOptimize(true);
    }
  }

  private NDArray[] callRecordingGradients(String method, List<DeviceTensor> inputs) {
    boolean gradients = JniUtils.isGradMode();
    JniUtils.setGradMode(true);
    // The optimiser moves updates in place before the gradient that still needs the old values.
    JniUtils.setGraphExecutorOptimize(false);
    try (NDManager scope = root.newSubManager();
        NDArray tag = scope.create(0f)) {
      // DJL reads the method's name from the name of an extra input.
      tag.setName("module_method:" + method);
      NDList arguments = new NDList();
      inputs.forEach(input -> arguments.add(((NativeTensor) input).array()));
      arguments.add(tag);
      NDList results = IValueUtils.forward(block, arguments, true);
      results.attach(exchange);
      return results.toArray(NDArray[]::new);
    } finally {
      JniUtils.setGraphExecutorOptimize(true);
      JniUtils.setGradMode(gradients);
    }
  }

  @Override
  public void close() {
    block.close();
    root.close();
  }
}
