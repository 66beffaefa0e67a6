package dev.lookahead.worldmodel.tensor.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.ShapeRules;
import dev.lookahead.worldmodel.tensor.TensorOps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every operation at once on an {@link NDArray}; results live in the manager of the running call.
 */
class EagerOps implements TensorOps<NDArray> {

  private final NDManager scope;

  /** Operations whose constants live in a scope; operands are expected to live there too. */
  EagerOps(NDManager scope) {
    this.scope = scope;
  }

  /** The manager of the running call. */
  final NDManager scope() {
    return scope;
  }

  @Override
  public Shape shape(NDArray x) {
    return NativeShapes.fromNative(x.getShape());
  }

  @Override
  public NDArray constant(HostTensor value) {
    return scope.create(value.toArray(), NativeShapes.toNative(value.shape()));
  }

  @Override
  public NDArray toFloat(NDArray bytes) {
    return bytes.toType(DataType.FLOAT32, true);
  }

  @Override
  public NDArray add(NDArray a, NDArray b) {
    shape(a).broadcast(shape(b));
    return a.add(b);
  }

  @Override
  public NDArray sub(NDArray a, NDArray b) {
    shape(a).broadcast(shape(b));
    return a.sub(b);
  }

  @Override
  public NDArray mul(NDArray a, NDArray b) {
    shape(a).broadcast(shape(b));
    return a.mul(b);
  }

  @Override
  public NDArray div(NDArray a, NDArray b) {
    shape(a).broadcast(shape(b));
    return a.div(b);
  }

  @Override
  public NDArray add(NDArray x, float c) {
    return x.add(c);
  }

  /**
   * DJL's own product with a number frees the number's memory, a Java buffer, while autograd still
   * needs it for the backward pass: gradients turn NaN once in some thousand steps. Here the number
   * lives as long as the call.
   */
  @Override
  public NDArray mul(NDArray x, float c) {
    return x.mul(scope.create(c));
  }

  @Override
  public NDArray abs(NDArray x) {
    return x.abs();
  }

  @Override
  public NDArray square(NDArray x) {
    return x.square();
  }

  @Override
  public NDArray sqrt(NDArray x) {
    return x.sqrt();
  }

  @Override
  public NDArray exp(NDArray x) {
    return x.exp();
  }

  @Override
  public NDArray log(NDArray x) {
    return x.log();
  }

  @Override
  public NDArray cos(NDArray x) {
    return x.cos();
  }

  @Override
  public NDArray sin(NDArray x) {
    return x.sin();
  }

  @Override
  public NDArray tanh(NDArray x) {
    return x.tanh();
  }

  @Override
  public NDArray sigmoid(NDArray x) {
    return JniUtils.sigmoid((PtNDArray) x);
  }

  @Override
  public NDArray relu(NDArray x) {
    return JniUtils.relu((PtNDArray) x);
  }

  @Override
  public NDArray silu(NDArray x) {
    return x.mul(sigmoid(x));
  }

  @Override
  public NDArray gelu(NDArray x) {
    return JniUtils.gelu((PtNDArray) x);
  }

  @Override
  public NDArray clamp(NDArray x, float low, float high) {
    return x.clip(low, high);
  }

  @Override
  public NDArray stopGradient(NDArray x) {
    return x.stopGradient();
  }

  @Override
  public NDArray mean(NDArray x, boolean keep, int... axes) {
    // DJL's mean takes one axis only.
    Shape reduced = ShapeRules.reduce(shape(x), keep, axes);
    return mul(x.sum(axes, keep), (float) reduced.count() / shape(x).count());
  }

  @Override
  public NDArray sum(NDArray x, boolean keep, int... axes) {
    ShapeRules.reduce(shape(x), keep, axes);
    return x.sum(axes, keep);
  }

  @Override
  public NDArray softmax(NDArray x, int axis) {
    return x.softmax(axis);
  }

  @Override
  public NDArray linear(NDArray x, NDArray weight, @Nullable NDArray bias) {
    ShapeRules.linear(shape(x), shape(weight), bias == null ? null : shape(bias));
    if (bias == null) {
      return x.matMul(weight.transpose());
    }
    return JniUtils.linear((PtNDArray) x, (PtNDArray) weight, (PtNDArray) bias);
  }

  @Override
  public NDArray matMul(NDArray a, NDArray b) {
    ShapeRules.matMul(shape(a), shape(b));
    return a.matMul(b);
  }

  @Override
  public NDArray layerNorm(
      NDArray x, @Nullable NDArray weight, @Nullable NDArray bias, float epsilon) {
    ShapeRules.layerNorm(
        shape(x), weight == null ? null : shape(weight), bias == null ? null : shape(bias));
    Shape last = Shape.of(shape(x).last());
    // DJL insists on both parameters.
    NDArray scale = weight != null ? weight : constant(HostTensor.filled(last, 1f));
    NDArray shift = bias != null ? bias : constant(HostTensor.filled(last, 0f));
    return JniUtils.layerNorm(
        (PtNDArray) x, NativeShapes.toNative(last), (PtNDArray) scale, (PtNDArray) shift, epsilon);
  }

  @Override
  public NDArray attention(NDArray q, NDArray k, NDArray v, @Nullable NDArray mask) {
    ShapeRules.attention(shape(q), shape(k), shape(v), mask == null ? null : shape(mask));
    float scale = (float) (1 / Math.sqrt(shape(q).last()));
    NDArray scores = mul(q.matMul(k.transpose(0, 1, 3, 2)), scale);
    return (mask == null ? scores : scores.add(mask)).softmax(-1).matMul(v);
  }

  @Override
  public NDArray conv2d(
      NDArray x, NDArray weight, @Nullable NDArray bias, int stride, int padding) {
    ShapeRules.conv2d(shape(x), shape(weight), bias == null ? null : shape(bias), stride, padding);
    NDArray shift =
        bias != null ? bias : constant(HostTensor.filled(Shape.of(shape(weight).size(0)), 0f));
    return JniUtils.convolution(
        (PtNDArray) x,
        (PtNDArray) weight,
        (PtNDArray) shift,
        new ai.djl.ndarray.types.Shape(stride, stride),
        new ai.djl.ndarray.types.Shape(padding, padding),
        new ai.djl.ndarray.types.Shape(1, 1),
        1);
  }

  @Override
  public NDArray reshape(NDArray x, int... sizes) {
    ShapeRules.reshape(shape(x), sizes);
    return x.reshape(NativeShapes.longs(sizes));
  }

  @Override
  public NDArray permute(NDArray x, int... order) {
    ShapeRules.permute(shape(x), order);
    return x.transpose(order);
  }

  @Override
  public NDArray expand(NDArray x, int... sizes) {
    return x.broadcast(NativeShapes.toNative(ShapeRules.expand(shape(x), sizes)));
  }

  @Override
  public NDArray slice(NDArray x, int axis, int from, int to) {
    ShapeRules.slice(shape(x), axis, from, to);
    return JniUtils.slice((PtNDArray) x, shape(x).axis(axis), from, to, 1);
  }

  @Override
  public NDArray select(NDArray x, int axis, int... indices) {
    ShapeRules.select(shape(x), axis, indices);
    NDList picked = new NDList();
    for (int index : indices) {
      picked.add(slice(x, axis, index, index + 1));
    }
    return NDArrays.concat(picked, shape(x).axis(axis));
  }

  @Override
  public NDArray gather(NDArray x, NDArray index) {
    Shape result = ShapeRules.gather(shape(x), shape(index));
    NDArray byChannel = index.expandDims(2).broadcast(NativeShapes.toNative(result));
    return JniUtils.gather((PtNDArray) x, (PtNDArray) byChannel, 1);
  }

  @Override
  public List<NDArray> split(NDArray x, int parts, int axis) {
    int size = ShapeRules.split(shape(x), parts, axis).size(axis);
    return List.copyOf(JniUtils.split((PtNDArray) x, size, shape(x).axis(axis)));
  }

  @Override
  public NDArray concat(List<NDArray> parts, int axis) {
    ShapeRules.concat(parts.stream().map(this::shape).toList(), axis);
    return NDArrays.concat(new NDList(parts), shape(parts.get(0)).axis(axis));
  }

  @Override
  public NDArray stack(List<NDArray> parts, int axis) {
    ShapeRules.stack(parts.stream().map(this::shape).toList(), axis);
    return NDArrays.stack(new NDList(parts), axis);
  }
}
