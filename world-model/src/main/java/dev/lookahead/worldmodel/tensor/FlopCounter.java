package dev.lookahead.worldmodel.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the floating-point operations of a function from its shapes, without running it.
 *
 * <p>Counted are the multiply-adds of linear, matMul, attention and conv2d, two operations each:
 * the work that runs at the speed of a matrix product. Element-wise work counts nothing, so a share
 * of the machine's peak computed with this count is never flattered by it. The gradient of a
 * product costs one product per operand that needs one: twice the forward pass for a layer inside a
 * trained network, once for its first layer, nothing where a stopped gradient keeps the loss from
 * reaching. What an engine recomputes to save memory does not count.
 */
public final class FlopCounter implements TensorOps<FlopCounter.Traced> {

  private long forward;

  /**
   * A tensor that is only known by its form and its origin.
   *
   * @param shape its extents
   * @param differentiable whether a trained parameter had a part in it
   * @param backward what it costs to send a gradient on to its sources
   * @param sources what it was computed from, as far as differentiable
   */
  public record Traced(Shape shape, boolean differentiable, long backward, List<Traced> sources) {

    private static Traced leaf(Shape shape, boolean differentiable) {
      return new Traced(shape, differentiable, 0, List.of());
    }

    private static Traced of(Shape shape, long backward, @Nullable Traced... operands) {
      List<Traced> sources = new ArrayList<>();
      for (Traced operand : operands) {
        if (operand != null && operand.differentiable) {
          sources.add(operand);
        }
      }
      return new Traced(shape, !sources.isEmpty(), backward, sources);
    }
  }

  private FlopCounter() {}

  /** The operations of one evaluation. */
  public static long evaluation(TensorFunction function, List<ParameterSpec> parameters) {
    FlopCounter counter = new FlopCounter();
    counter.trace(function, parameters);
    return counter.forward;
  }

  /** The operations of the loss and its gradient; those of the optimiser are element-wise. */
  public static long trainingStep(TrainingProgram program) {
    return trainingStep(program, program.losses().get(0));
  }

  /** The operations of one training step by one of a program's losses. */
  public static long trainingStep(TrainingProgram program, TensorFunction loss) {
    FlopCounter counter = new FlopCounter();
    List<Traced> outputs = counter.trace(loss, program.parameters());
    return counter.forward + gradient(outputs.get(0));
  }

  private List<Traced> trace(TensorFunction function, List<ParameterSpec> parameters) {
    Map<String, Traced> leaves = new HashMap<>();
    for (ParameterSpec spec : parameters) {
      boolean trained = spec.role() != ParameterSpec.Role.FROZEN;
      leaves.put(spec.name(), Traced.leaf(spec.shape(), trained));
    }
    Weights<Traced> weights =
        name -> {
          Traced leaf = leaves.get(name);
          if (leaf == null) {
            throw new IllegalArgumentException("no parameter is called '" + name + "'");
          }
          return leaf;
        };
    List<Traced> inputs =
        function.inputs().stream().map(spec -> Traced.leaf(spec.shape(), false)).toList();
    return function.apply(this, weights, inputs);
  }

  /** The cost of every tensor on a way from the loss back to a parameter, each counted once. */
  private static long gradient(Traced loss) {
    Set<Traced> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Traced> open = new ArrayDeque<>(List.of(loss));
    long operations = 0;
    while (!open.isEmpty()) {
      Traced tensor = open.pop();
      if (seen.add(tensor)) {
        operations += tensor.backward;
        open.addAll(tensor.sources);
      }
    }
    return operations;
  }

  /** A product of two operands, with the length of its sums; what is added to it costs nothing. */
  private Traced product(Shape result, int summed, Traced a, Traced b, @Nullable Traced added) {
    long operations = 2L * result.count() * summed;
    forward += operations;
    long backward = (a.differentiable ? operations : 0) + (b.differentiable ? operations : 0);
    return Traced.of(result, backward, a, b, added);
  }

  private static Traced binary(Traced a, Traced b) {
    return Traced.of(a.shape.broadcast(b.shape), 0, a, b);
  }

  private static @Nullable Shape shapeOf(@Nullable Traced x) {
    return x == null ? null : x.shape;
  }

  private static List<Shape> shapes(List<Traced> parts) {
    return parts.stream().map(Traced::shape).toList();
  }

  @Override
  public Shape shape(Traced x) {
    return x.shape;
  }

  @Override
  public Traced constant(HostTensor value) {
    return Traced.leaf(value.shape(), false);
  }

  @Override
  public Traced toFloat(Traced bytes) {
    return bytes;
  }

  @Override
  public Traced add(Traced a, Traced b) {
    return binary(a, b);
  }

  @Override
  public Traced sub(Traced a, Traced b) {
    return binary(a, b);
  }

  @Override
  public Traced mul(Traced a, Traced b) {
    return binary(a, b);
  }

  @Override
  public Traced div(Traced a, Traced b) {
    return binary(a, b);
  }

  @Override
  public Traced add(Traced x, float c) {
    return x;
  }

  @Override
  public Traced mul(Traced x, float c) {
    return x;
  }

  @Override
  public Traced abs(Traced x) {
    return x;
  }

  @Override
  public Traced square(Traced x) {
    return x;
  }

  @Override
  public Traced sqrt(Traced x) {
    return x;
  }

  @Override
  public Traced exp(Traced x) {
    return x;
  }

  @Override
  public Traced log(Traced x) {
    return x;
  }

  @Override
  public Traced cos(Traced x) {
    return x;
  }

  @Override
  public Traced sin(Traced x) {
    return x;
  }

  @Override
  public Traced tanh(Traced x) {
    return x;
  }

  @Override
  public Traced sigmoid(Traced x) {
    return x;
  }

  @Override
  public Traced relu(Traced x) {
    return x;
  }

  @Override
  public Traced silu(Traced x) {
    return x;
  }

  @Override
  public Traced gelu(Traced x) {
    return x;
  }

  @Override
  public Traced clamp(Traced x, float low, float high) {
    return x;
  }

  @Override
  public Traced stopGradient(Traced x) {
    return Traced.leaf(x.shape, false);
  }

  @Override
  public Traced mean(Traced x, boolean keep, int... axes) {
    return sum(x, keep, axes);
  }

  @Override
  public Traced sum(Traced x, boolean keep, int... axes) {
    return Traced.of(ShapeRules.reduce(x.shape, keep, axes), 0, x);
  }

  @Override
  public Traced softmax(Traced x, int axis) {
    return x;
  }

  @Override
  public Traced linear(Traced x, Traced weight, @Nullable Traced bias) {
    Shape result = ShapeRules.linear(x.shape, weight.shape, shapeOf(bias));
    return product(result, x.shape.last(), x, weight, bias);
  }

  @Override
  public Traced matMul(Traced a, Traced b) {
    return product(ShapeRules.matMul(a.shape, b.shape), a.shape.last(), a, b, null);
  }

  @Override
  public Traced layerNorm(Traced x, @Nullable Traced weight, @Nullable Traced bias, float epsilon) {
    ShapeRules.layerNorm(x.shape, shapeOf(weight), shapeOf(bias));
    return Traced.of(x.shape, 0, x, weight, bias);
  }

  @Override
  public Traced attention(Traced q, Traced k, Traced v, @Nullable Traced mask) {
    Shape result = ShapeRules.attention(q.shape, k.shape, v.shape, shapeOf(mask));
    Traced scores = product(q.shape.with(-1, k.shape.size(-2)), q.shape.last(), q, k, mask);
    return product(result, v.shape.size(-2), scores, v, null);
  }

  @Override
  public Traced conv2d(Traced x, Traced weight, @Nullable Traced bias, int stride, int padding) {
    Shape result = ShapeRules.conv2d(x.shape, weight.shape, shapeOf(bias), stride, padding);
    int summed = weight.shape.count() / weight.shape.size(0);
    return product(result, summed, x, weight, bias);
  }

  @Override
  public Traced reshape(Traced x, int... sizes) {
    return Traced.of(ShapeRules.reshape(x.shape, sizes), 0, x);
  }

  @Override
  public Traced permute(Traced x, int... order) {
    return Traced.of(ShapeRules.permute(x.shape, order), 0, x);
  }

  @Override
  public Traced expand(Traced x, int... sizes) {
    return Traced.of(ShapeRules.expand(x.shape, sizes), 0, x);
  }

  @Override
  public Traced slice(Traced x, int axis, int from, int to) {
    return Traced.of(ShapeRules.slice(x.shape, axis, from, to), 0, x);
  }

  @Override
  public Traced select(Traced x, int axis, int... indices) {
    return Traced.of(ShapeRules.select(x.shape, axis, indices), 0, x);
  }

  @Override
  public Traced gather(Traced x, Traced index) {
    return Traced.of(ShapeRules.gather(x.shape, index.shape), 0, x);
  }

  @Override
  public List<Traced> split(Traced x, int parts, int axis) {
    Traced part = Traced.of(ShapeRules.split(x.shape, parts, axis), 0, x);
    return Collections.nCopies(parts, part);
  }

  @Override
  public Traced concat(List<Traced> parts, int axis) {
    return Traced.of(ShapeRules.concat(shapes(parts), axis), 0, parts.toArray(Traced[]::new));
  }

  @Override
  public Traced stack(List<Traced> parts, int axis) {
    return Traced.of(ShapeRules.stack(shapes(parts), axis), 0, parts.toArray(Traced[]::new));
  }
}
