package dev.lookahead.worldmodel.tensor.torchscript;

import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TrainingOps;
import java.util.ArrayList;
import java.util.List;

/** Writes the training step with libtorch's fused operations over lists of tensors. */
final class ScriptTrainingOps extends ScriptOps implements TrainingOps<Symbol> {

  private final List<String> updated = new ArrayList<>();

  ScriptTrainingOps(ModuleSource module) {
    super(module);
  }

  @Override
  public List<Symbol> gradients(Symbol loss, List<Symbol> parameters) {
    String leaves = list(parameters, false);
    String gradients = list(List.of(), false);
    String index = freshName();
    String gradient = freshName();
    statement(index + " = 0");
    statement(
        "for "
            + gradient
            + " in torch.grad(["
            + loss
            + "], "
            + leaves
            + ", None, None, False, True):");
    statement("  if " + gradient + " is not None:");
    // The fused update walks raw memory: a convolution's gradient may lie channels last, and would
    // reach the wrong weights.
    statement("    " + gradients + ".append(torch.contiguous(" + gradient + "))");
    statement("  else:");
    statement("    " + gradients + ".append(torch.zeros_like(" + leaves + "[" + index + "]))");
    statement("  " + index + " = " + index + " + 1");
    List<Symbol> elements = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      String name = freshName();
      statement(name + " = " + gradients + "[" + i + "]");
      elements.add(new Symbol(name, parameters.get(i).shape()));
    }
    return elements;
  }

  @Override
  public Symbol globalNorm(List<Symbol> tensors) {
    String norms = freshName();
    statement(norms + " = torch.stack(torch._foreach_norm(" + list(tensors, false) + "))");
    return call(Shape.scalar(), "linalg_vector_norm", norms);
  }

  @Override
  public void scaleInPlace(List<Symbol> tensors, Symbol factor) {
    statement("torch._foreach_mul_(" + updated(tensors) + ", " + factor + ")");
  }

  @Override
  public void adamWInPlace(
      List<Symbol> parameters,
      List<Symbol> gradients,
      List<Symbol> firstMoments,
      List<Symbol> secondMoments,
      Symbol stepCount,
      Symbol learningRate,
      float beta1,
      float beta2,
      float epsilon,
      float weightDecay) {
    String steps = list(parameters.stream().map(parameter -> stepCount).toList(), false);
    statement(
        "torch._fused_adamw_(%s, %s, %s, %s, annotate(List[Tensor], []), %s, lr=%s, beta1=%s, beta2=%s, weight_decay=%s, eps=%s, amsgrad=False, maximize=False)"
            .formatted(
                updated(parameters),
                list(gradients, false),
                updated(firstMoments),
                updated(secondMoments),
                steps,
                learningRate,
                number(beta1),
                number(beta2),
                number(weightDecay),
                number(epsilon)));
  }

  @Override
  public void lerpInPlace(List<Symbol> targets, List<Symbol> sources, Symbol weight) {
    statement(
        "torch._foreach_lerp_("
            + updated(targets)
            + ", "
            + list(sources, true)
            + ", float("
            + weight
            + "))");
  }

  /**
   * Reads every list that was updated in place. Without this, TorchScript's dead code elimination
   * removes list operations in place whose list is never read again, and training silently stands
   * still.
   */
  void guardUpdates() {
    String lengths =
        String.join(" + ", updated.stream().map(name -> "torch.len(" + name + ")").toList());
    statement("if " + lengths + " < 0:");
    statement("  ops.prim.RaiseException(\"unreachable\")");
  }

  private String updated(List<Symbol> tensors) {
    String name = list(tensors, true);
    updated.add(name);
    return name;
  }

  private String list(List<Symbol> tensors, boolean detached) {
    String name = freshName();
    List<String> elements =
        tensors.stream()
            .map(tensor -> detached ? "torch.detach(" + tensor + ")" : tensor.text())
            .toList();
    statement(name + " = annotate(List[Tensor], [" + String.join(", ", elements) + "])");
    return name;
  }

  private static String number(float value) {
    return Double.toString(value).replace('E', 'e');
  }
}
