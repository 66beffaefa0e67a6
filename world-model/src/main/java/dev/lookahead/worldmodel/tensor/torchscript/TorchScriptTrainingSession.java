package dev.lookahead.worldmodel.tensor.torchscript;

import ai.djl.ndarray.NDArray;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.tensor.TrainingStep;
import dev.lookahead.worldmodel.tensor.djl.Arguments;
import dev.lookahead.worldmodel.tensor.djl.NativeTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole training step as a method of one loaded archive, one per loss of the program; all share
 * parameters and moments, which never leave libtorch.
 */
final class TorchScriptTrainingSession implements TrainingSession {

  private static final String FIRST_MOMENT = "m1";
  private static final String SECOND_MOMENT = "m2";

  private final TrainingProgram program;
  private final LoadedModule module;
  private final DeviceTensor stepCount;
  private final DeviceTensor learningRate;
  private final DeviceTensor averageWeight;
  private final List<String> names;
  private long step;

  TorchScriptTrainingSession(TrainingProgram program, TrainingState state) {
    this.program = program;
    this.names = List.copyOf(state.parameters().tensors().keySet());
    this.step = state.step();
    module = new LoadedModule(source(program, state), true);
    stepCount = allocate(TensorSpec.floats("step"));
    learningRate = allocate(TensorSpec.floats("learning rate"));
    averageWeight = allocate(TensorSpec.floats("average weight"));
  }

  private static ModuleSource source(TrainingProgram program, TrainingState state) {
    ModuleSource module = new ModuleSource();
    List<String> trained = program.trained();
    state
        .parameters()
        .tensors()
        .forEach(
            (name, value) ->
                module.declare(TorchScriptEngine.PARAMETER, name, value, trained.contains(name)));
    trained.forEach(
        name -> module.declare(FIRST_MOMENT, name, state.firstMoments().get(name), false));
    trained.forEach(
        name -> module.declare(SECOND_MOMENT, name, state.secondMoments().get(name), false));

    for (int loss = 0; loss < program.losses().size(); loss++) {
      step(module, program, loss);
    }

    getter(
        module,
        "parameters",
        TorchScriptEngine.PARAMETER,
        List.copyOf(state.parameters().tensors().keySet()));
    getter(module, "first_moments", FIRST_MOMENT, trained);
    getter(module, "second_moments", SECOND_MOMENT, trained);
    return module;
  }

  private static void step(ModuleSource module, TrainingProgram program, int loss) {
    TensorFunction function = program.losses().get(loss);
    ScriptTrainingOps ops = new ScriptTrainingOps(module);
    List<Symbol> inputs = TorchScriptEngine.arguments(function);
    List<Symbol> scalars =
        List.of(
            new Symbol("step", Shape.scalar()),
            new Symbol("learning_rate", Shape.scalar()),
            new Symbol("average_weight", Shape.scalar()));
    List<Symbol> outputs =
        new TrainingStep(program, function)
            .apply(
                ops,
                name ->
                    module.attribute(ModuleSource.identifier(TorchScriptEngine.PARAMETER, name)),
                name -> module.attribute(ModuleSource.identifier(FIRST_MOMENT, name)),
                name -> module.attribute(ModuleSource.identifier(SECOND_MOMENT, name)),
                inputs,
                scalars.get(0),
                scalars.get(1),
                scalars.get(2));
    Symbol stacked = ops.stack(outputs, 0);
    ops.guardUpdates();
    List<Symbol> arguments = new ArrayList<>(inputs);
    arguments.addAll(scalars);
    module.method(method(loss), arguments, ops.lines(), List.of(stacked));
  }

  private static String method(int loss) {
    return "train_step_" + loss;
  }

  private static void getter(ModuleSource module, String method, String group, List<String> names) {
    ScriptOps ops = new ScriptOps(module);
    // DJL finds the manager of a result through the first input, hence one that is not used.
    List<Symbol> unused = List.of(new Symbol("unused", Shape.scalar()));
    List<Symbol> values =
        names.stream()
            .map(name -> ops.stopGradient(module.attribute(ModuleSource.identifier(group, name))))
            .toList();
    module.method(method, unused, ops.lines(), values);
  }

  @Override
  public DeviceTensor allocate(TensorSpec spec) {
    return NativeTensor.zeros(spec, module.exchange());
  }

  @Override
  public float[] step(int loss, List<DeviceTensor> inputs, float rate, float averageMomentum) {
    Arguments.check(program.losses().get(loss), inputs);
    stepCount.write(new float[] {step + 1});
    learningRate.write(new float[] {rate});
    averageWeight.write(new float[] {1 - averageMomentum});
    List<DeviceTensor> arguments = new ArrayList<>(inputs);
    arguments.addAll(List.of(stepCount, learningRate, averageWeight));
    try (NDArray losses = module.call(method(loss), arguments)[0]) {
      step++;
      return losses.toFloatArray();
    }
  }

  @Override
  public TrainingState state() {
    return new TrainingState(
        step,
        values("parameters", names),
        values("first_moments", program.trained()),
        values("second_moments", program.trained()));
  }

  private ParameterSet values(String method, List<String> names) {
    NDArray[] arrays = module.call(method, List.of(stepCount));
    Map<String, HostTensor> values = new LinkedHashMap<>();
    for (int i = 0; i < arrays.length; i++) {
      try (NDArray array = arrays[i]) {
        int[] sizes =
            java.util.Arrays.stream(array.getShape().getShape())
                .mapToInt(Math::toIntExact)
                .toArray();
        values.put(names.get(i), HostTensor.owning(Shape.of(sizes), array.toFloatArray()));
      }
    }
    return new ParameterSet(values);
  }

  @Override
  public void close() {
    module.close();
  }
}
