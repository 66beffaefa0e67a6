package dev.lookahead.worldmodel.tensor.torchscript;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.ShapeRules;
import dev.lookahead.worldmodel.tensor.TensorOps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes one line of TorchScript per operation; a tensor is its name and shape. */
class ScriptOps implements TensorOps<Symbol> {

  /** The code of {@code torch.float32} in TorchScript. */
  private static final int FLOAT32 = 6;

  /** The code of {@code torch.int64} in TorchScript. */
  private static final int INT64 = 4;

  private final ModuleSource module;
  private final List<String> lines = new ArrayList<>();
  private int names;

  ScriptOps(ModuleSource module) {
    this.module = module;
  }

  /** The lines written so far. */
  final List<String> lines() {
    return lines;
  }

  /** Appends a statement. */
  final void statement(String text) {
    lines.add(text);
  }

  /** A name that no earlier statement uses. */
  final String freshName() {
    return "t" + names++;
  }

  /** Binds a call of a torch function to a fresh name. */
  final Symbol call(Shape shape, String function, @Nullable Object... arguments) {
    String name = freshName();
    String list = String.join(", ", Arrays.stream(arguments).map(ScriptOps::literal).toList());
    statement(name + " = torch." + function + "(" + list + ")");
    return new Symbol(name, shape);
  }

  private static String literal(@Nullable Object argument) {
    if (argument == null) {
      return "None";
    }
    if (argument instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (argument instanceof int[] numbers) {
      return Arrays.toString(numbers);
    }
    if (argument instanceof Float number) {
      if (!Float.isFinite(number)) {
        throw new IllegalArgumentException("a constant in TorchScript is finite, got " + number);
      }
      return Double.toString(number).replace('E', 'e');
    }
    return argument.toString();
  }

  private static @Nullable Shape shapeOf(@Nullable Symbol symbol) {
    return symbol == null ? null : symbol.shape();
  }

  private Symbol same(Symbol x, String function) {
    return call(x.shape(), function, x);
  }

  private Symbol binary(Symbol a, Symbol b, String function) {
    return call(a.shape().broadcast(b.shape()), function, a, b);
  }

  @Override
  public Shape shape(Symbol x) {
    return x.shape();
  }

  @Override
  public Symbol constant(HostTensor value) {
    return module.constant(value);
  }

  @Override
  public Symbol toFloat(Symbol bytes) {
    return call(bytes.shape(), "to", bytes, FLOAT32);
  }

  @Override
  public Symbol add(Symbol a, Symbol b) {
    return binary(a, b, "add");
  }

  @Override
  public Symbol sub(Symbol a, Symbol b) {
    return binary(a, b, "sub");
  }

  @Override
  public Symbol mul(Symbol a, Symbol b) {
    return binary(a, b, "mul");
  }

  @Override
  public Symbol div(Symbol a, Symbol b) {
    return binary(a, b, "div");
  }

  @Override
  public Symbol add(Symbol x, float c) {
    return call(x.shape(), "add", x, c);
  }

  @Override
  public Symbol mul(Symbol x, float c) {
    return call(x.shape(), "mul", x, c);
  }

  @Override
  public Symbol abs(Symbol x) {
    return same(x, "abs");
  }

  @Override
  public Symbol square(Symbol x) {
    return same(x, "square");
  }

  @Override
  public Symbol sqrt(Symbol x) {
    return same(x, "sqrt");
  }

  @Override
  public Symbol exp(Symbol x) {
    return same(x, "exp");
  }

  @Override
  public Symbol log(Symbol x) {
    return same(x, "log");
  }

  @Override
  public Symbol cos(Symbol x) {
    return same(x, "cos");
  }

  @Override
  public Symbol sin(Symbol x) {
    return same(x, "sin");
  }

  @Override
  public Symbol tanh(Symbol x) {
    return same(x, "tanh");
  }

  @Override
  public Symbol sigmoid(Symbol x) {
    return same(x, "sigmoid");
  }

  @Override
  public Symbol relu(Symbol x) {
    return same(x, "relu");
  }

  @Override
  public Symbol silu(Symbol x) {
    return same(x, "silu");
  }

  @Override
  public Symbol gelu(Symbol x) {
    return same(x, "gelu");
  }

  @Override
  public Symbol clamp(Symbol x, float low, float high) {
    return call(x.shape(), "clamp", x, low, high);
  }

  @Override
  public Symbol stopGradient(Symbol x) {
    return same(x, "detach");
  }

  @Override
  public Symbol mean(Symbol x, boolean keep, int... axes) {
    return call(ShapeRules.reduce(x.shape(), keep, axes), "mean", x, axes, keep);
  }

  @Override
  public Symbol sum(Symbol x, boolean keep, int... axes) {
    return call(ShapeRules.reduce(x.shape(), keep, axes), "sum", x, axes, keep);
  }

  @Override
  public Symbol softmax(Symbol x, int axis) {
    return call(x.shape(), "softmax", x, axis);
  }

  @Override
  public Symbol linear(Symbol x, Symbol weight, @Nullable Symbol bias) {
    Shape shape = ShapeRules.linear(x.shape(), weight.shape(), shapeOf(bias));
    return call(shape, "linear", x, weight, bias);
  }

  @Override
  public Symbol matMul(Symbol a, Symbol b) {
    return call(ShapeRules.matMul(a.shape(), b.shape()), "matmul", a, b);
  }

  @Override
  public Symbol layerNorm(Symbol x, @Nullable Symbol weight, @Nullable Symbol bias, float epsilon) {
    Shape shape = ShapeRules.layerNorm(x.shape(), shapeOf(weight), shapeOf(bias));
    return call(shape, "layer_norm", x, new int[] {shape.last()}, weight, bias, epsilon);
  }

  @Override
  public Symbol attention(Symbol q, Symbol k, Symbol v, @Nullable Symbol mask) {
    Shape shape = ShapeRules.attention(q.shape(), k.shape(), v.shape(), shapeOf(mask));
    return call(shape, "scaled_dot_product_attention", q, k, v, mask);
  }

  @Override
  public Symbol conv2d(Symbol x, Symbol weight, @Nullable Symbol bias, int stride, int padding) {
    Shape shape = ShapeRules.conv2d(x.shape(), weight.shape(), shapeOf(bias), stride, padding);
    return call(
        shape, "conv2d", x, weight, bias, new int[] {stride, stride}, new int[] {padding, padding});
  }

  @Override
  public Symbol reshape(Symbol x, int... sizes) {
    return call(ShapeRules.reshape(x.shape(), sizes), "reshape", x, sizes);
  }

  @Override
  public Symbol permute(Symbol x, int... order) {
    return call(ShapeRules.permute(x.shape(), order), "permute", x, order);
  }

  @Override
  public Symbol expand(Symbol x, int... sizes) {
    return call(ShapeRules.expand(x.shape(), sizes), "expand", x, sizes);
  }

  @Override
  public Symbol slice(Symbol x, int axis, int from, int to) {
    return call(ShapeRules.slice(x.shape(), axis, from, to), "slice", x, axis, from, to);
  }

  @Override
  public Symbol select(Symbol x, int axis, int... indices) {
    Shape shape = ShapeRules.select(x.shape(), axis, indices);
    String index = freshName();
    statement(index + " = torch.tensor(" + Arrays.toString(indices) + ", dtype=" + INT64 + ")");
    return call(shape, "index_select", x, x.shape().axis(axis), index);
  }

  @Override
  public Symbol gather(Symbol x, Symbol index) {
    Shape result = ShapeRules.gather(x.shape(), index.shape());
    Symbol column = call(result.with(-1, 1), "unsqueeze", index, 2);
    return call(result, "gather", x, 1, call(result, "expand", column, result.toArray()));
  }

  @Override
  public List<Symbol> split(Symbol x, int parts, int axis) {
    Shape part = ShapeRules.split(x.shape(), parts, axis);
    List<Symbol> results =
        IntStream.range(0, parts).mapToObj(i -> new Symbol(freshName(), part)).toList();
    String targets = String.join(", ", results.stream().map(Symbol::text).toList());
    // The comma makes a single part a pattern too.
    statement(targets + ", = torch.split(" + x + ", " + part.size(axis) + ", " + axis + ")");
    return results;
  }

  @Override
  public Symbol concat(List<Symbol> parts, int axis) {
    Shape shape = ShapeRules.concat(parts.stream().map(Symbol::shape).toList(), axis);
    return call(shape, "cat", parts, axis);
  }

  @Override
  public Symbol stack(List<Symbol> parts, int axis) {
    Shape shape = ShapeRules.stack(parts.stream().map(Symbol::shape).toList(), axis);
    return call(shape, "stack", parts, axis);
  }
}
