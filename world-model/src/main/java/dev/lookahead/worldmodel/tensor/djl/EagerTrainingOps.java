package dev.lookahead.worldmodel.tensor.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import dev.lookahead.worldmodel.tensor.TrainingOps;
import java.util.List;

/** Autograd and updates in place, operation by operation: the oracle for the fused versions. */
final class EagerTrainingOps extends EagerOps implements TrainingOps<NDArray> {

  private final GradientCollector collector;

  EagerTrainingOps(NDManager scope, GradientCollector collector) {
    super(scope);
    this.collector = collector;
  }

  @Override
  public List<NDArray> gradients(NDArray loss, List<NDArray> parameters) {
    NDArray reached = loss;
    for (NDArray parameter : parameters) {
      // A term of value zero makes the gradient of an unused parameter zero instead of undefined.
      reached = reached.add(mul(parameter.sum(), 0f));
    }
    collector.backward(reached);
    // Whatever follows updates in place and must not be recorded.
    JniUtils.setGradMode(false);
    return parameters.stream().map(this::takeGradient).toList();
  }

  private NDArray takeGradient(NDArray parameter) {
    NDArray gradient = JniUtils.getGradient((PtNDArray) parameter);
    gradient.attach(scope());
    NDArray copy = gradient.duplicate();
    JniUtils.zeroGrad((PtNDArray) parameter);
    return copy;
  }

  @Override
  public NDArray globalNorm(List<NDArray> tensors) {
    NDArray total = tensors.get(0).square().sum();
    for (NDArray tensor : tensors.subList(1, tensors.size())) {
      total = total.add(tensor.square().sum());
    }
    return total.sqrt();
  }

  @Override
  public void scaleInPlace(List<NDArray> tensors, NDArray factor) {
    tensors.forEach(tensor -> tensor.muli(factor));
  }

  @Override
  public void adamWInPlace(
      List<NDArray> parameters,
      List<NDArray> gradients,
      List<NDArray> firstMoments,
      List<NDArray> secondMoments,
      NDArray stepCount,
      NDArray learningRate,
      float beta1,
      float beta2,
      float epsilon,
      float weightDecay) {
    double step = stepCount.getFloat();
    float rate = learningRate.getFloat();
    float stepSize = (float) (rate / (1 - Math.pow(beta1, step)));
    float rootCorrection = (float) Math.sqrt(1 - Math.pow(beta2, step));
    for (int i = 0; i < parameters.size(); i++) {
      NDArray gradient = gradients.get(i);
      NDArray first = firstMoments.get(i);
      NDArray second = secondMoments.get(i);
      parameters.get(i).muli(1 - rate * weightDecay);
      first.muli(beta1).addi(gradient.mul(1 - beta1));
      second.muli(beta2).addi(gradient.square().mul(1 - beta2));
      NDArray denominator = second.sqrt().div(rootCorrection).add(epsilon);
      parameters.get(i).subi(first.mul(stepSize).div(denominator));
    }
  }

  @Override
  public void lerpInPlace(List<NDArray> targets, List<NDArray> sources, NDArray weight) {
    for (int i = 0; i < targets.size(); i++) {
      targets.get(i).addi(sources.get(i).sub(targets.get(i)).mul(weight));
    }
  }
}
