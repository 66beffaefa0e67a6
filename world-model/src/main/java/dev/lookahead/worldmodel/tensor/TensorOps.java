package dev.lookahead.worldmodel.tensor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations models are made of. Tensors are float32 unless said, immutable, and have static
 * shapes; binary operations broadcast ({@link Shape#broadcast}); negative axes count from the end.
 * Every operation refuses shapes that do not fit with both shapes in the message.
 *
 * @param <T> the interpreter's tensor: an array, or a name in a program being written
 */
public interface TensorOps<T> {

  /** The extents of a tensor. */
  Shape shape(T x);

  /** A constant that is part of the program. */
  T constant(HostTensor value);

  /** Unsigned bytes as floats 0 to 255, same shape. */
  T toFloat(T bytes);

  // ---- arithmetic, element by element ----

  /** a + b. */
  T add(T a, T b);

  /** a - b. */
  T sub(T a, T b);

  /** a * b. */
  T mul(T a, T b);

  /** a / b. */
  T div(T a, T b);

  /** x + c. */
  T add(T x, float c);

  /** x * c. */
  T mul(T x, float c);

  /** The absolute value. */
  T abs(T x);

  /** x squared. */
  T square(T x);

  /** The square root. */
  T sqrt(T x);

  /** The exponential. */
  T exp(T x);

  /** The natural logarithm. */
  T log(T x);

  /** The cosine. */
  T cos(T x);

  /** The sine. */
  T sin(T x);

  /** The hyperbolic tangent. */
  T tanh(T x);

  /** 1 / (1 + exp(-x)). */
  T sigmoid(T x);

  /** max(x, 0). */
  T relu(T x);

  /** x * sigmoid(x). */
  T silu(T x);

  /** x * Phi(x) with the exact Gaussian distribution function (Hendrycks and Gimpel 2016). */
  T gelu(T x);

  /** x moved into [low, high]. */
  T clamp(T x, float low, float high);

  /** The same values, seen as constants by the gradient. */
  T stopGradient(T x);

  // ---- reductions ----

  /** The mean over axes; they stay with extent one if {@code keep}. */
  T mean(T x, boolean keep, int... axes);

  /** The sum over axes; they stay with extent one if {@code keep}. */
  T sum(T x, boolean keep, int... axes);

  /** exp(x) normalised to sum one along an axis. */
  T softmax(T x, int axis);

  // ---- layers ----

  /** x [..., in] times weight [out, in] transposed, plus bias [out]: [..., out]. */
  T linear(T x, T weight, @Nullable T bias);

  /** a [..., n, k] times b [..., k, m]: [..., n, m]; leading axes broadcast. */
  T matMul(T a, T b);

  /**
   * Zero mean and unit variance (biased) over the last axis, then times weight and plus bias [last]
   * where given (Ba et al. 2016).
   */
  T layerNorm(T x, @Nullable T weight, @Nullable T bias, float epsilon);

  /**
   * Scaled dot-product attention (Vaswani et al. 2017, eq. 1): softmax(q k' / sqrt(d) + mask) v.
   *
   * @param q queries [B, heads, n, d]
   * @param k keys [B, heads, m, d]
   * @param v values [B, heads, m, d]
   * @param mask added to the scores, [n, m] or broadcastable to [B, heads, n, m]; none if null
   * @return [B, heads, n, d]
   */
  T attention(T q, T k, T v, @Nullable T mask);

  /**
   * Two-dimensional convolution, zero padding.
   *
   * @param x [B, in, h, w]
   * @param weight [out, in, kh, kw]
   * @param bias [out]
   * @return [B, out, (h + 2 padding - kh) / stride + 1, likewise w]
   */
  T conv2d(T x, T weight, @Nullable T bias, int stride, int padding);

  // ---- shape ----

  /** The same elements in row-major order under another shape of equal count. */
  T reshape(T x, int... sizes);

  /** Axes in another order: axis i of the result is axis {@code order[i]} of x. */
  T permute(T x, int... order);

  /** x broadcast to a shape. */
  T expand(T x, int... sizes);

  /** Elements {@code from} (inclusive) to {@code to} (exclusive) along an axis. */
  T slice(T x, int axis, int from, int to);

  /** The given indices along an axis, in that order. */
  T select(T x, int axis, int... indices);

  /**
   * Tokens by their place, another choice in each row of the batch. The gradient flows back to the
   * chosen tokens and adds up where one was chosen twice.
   *
   * @param x [B, N, D]
   * @param index an int64 input [B, n], each in [0, N); what another value gives is the engine's:
   *     an exception on a CPU, a failed device on a GPU
   * @return [B, n, D]
   */
  T gather(T x, T index);

  /** Equal parts along an axis. */
  List<T> split(T x, int parts, int axis);

  /** The tensors one after another along an axis. */
  T concat(List<T> parts, int axis);

  /** The tensors along a new axis at that index. */
  T stack(List<T> parts, int axis);
}
