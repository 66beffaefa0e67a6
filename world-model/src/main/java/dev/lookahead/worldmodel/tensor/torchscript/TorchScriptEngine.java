package dev.lookahead.worldmodel.tensor.torchscript;

import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Traces functions to TorchScript, one call per evaluation or training step. */
public final class TorchScriptEngine implements TensorEngine {

  /** The attribute group of model parameters. */
  static final String PARAMETER = "p";

  @Override
  public String name() {
    return "torchscript";
  }

  @Override
  public TensorSession open(ParameterSet parameters, List<TensorFunction> functions) {
    return new TorchScriptSession(module(parameters, functions), functions);
  }

  @Override
  public TrainingSession train(TrainingProgram program, TrainingState state) {
    return new TorchScriptTrainingSession(program, state);
  }

  /**
   * Writes functions with their parameters as a {@code .pt} archive, for use outside Lookahead:
   * each function is a method that takes its tensors and returns a list of tensors.
   *
   * @param out stays open
   */
  public static void export(
      ParameterSet parameters, List<TensorFunction> functions, OutputStream out)
      throws IOException {
    TorchScriptArchive.write(module(parameters, functions), out);
  }

  private static ModuleSource module(ParameterSet parameters, List<TensorFunction> functions) {
    ModuleSource module = new ModuleSource();
    parameters.tensors().forEach((name, value) -> module.declare(PARAMETER, name, value, false));
    for (TensorFunction function : functions) {
      ScriptOps ops = new ScriptOps(module);
      List<Symbol> inputs = arguments(function);
      List<Symbol> outputs =
          function.apply(
              ops, name -> module.attribute(ModuleSource.identifier(PARAMETER, name)), inputs);
      module.method(function.name(), inputs, ops.lines(), outputs);
    }
    return module;
  }

  /** The inputs of a function as method arguments. */
  static List<Symbol> arguments(TensorFunction function) {
    List<Symbol> symbols = new ArrayList<>();
    function.inputs().forEach(spec -> symbols.add(new Symbol("in" + symbols.size(), spec.shape())));
    return symbols;
  }
}
