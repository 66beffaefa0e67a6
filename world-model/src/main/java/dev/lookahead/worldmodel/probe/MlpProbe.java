package dev.lookahead.worldmodel.probe;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * A perceptron with one hidden layer of tanh units, trained on the squared error with Adam (Kingma
 * and Ba 2015) and a learning rate that falls linearly to zero.
 *
 * @param hidden units, at least one
 * @param epochs passes over the data, at least one
 * @param seed of the initial weights and of the order of the data
 */
public record MlpProbe(int hidden, int epochs, long seed) implements Probe {

  private static final int BATCH = 32;
  private static final double RATE = 3e-3;
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  /** Checks the extents. */
  public MlpProbe {
    if (hidden < 1 || epochs < 1) {
      throw new IllegalArgumentException(
          "hidden and epochs are at least 1, got %d and %d".formatted(hidden, epochs));
    }
  }

  @Override
  public String name() {
    return "MLP";
  }

  @Override
  public UnaryOperator<double[][]> fit(double[][] latents, double[][] targets) {
    SplittableRandom random = new SplittableRandom(seed);
    Layer first = new Layer(latents[0].length, hidden, random);
    Layer second = new Layer(hidden, targets[0].length, random);
    int[] order = new int[latents.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int batches = (order.length + BATCH - 1) / BATCH;
    for (int step = 0; step < epochs * batches; step++) {
      if (step % batches == 0) {
        shuffle(order, random);
      }
      int from = step % batches * BATCH;
      int to = Math.min(order.length, from + BATCH);
      for (int i = from; i < to; i++) {
        double[] input = latents[order[i]];
        double[] activity = tanh(first.apply(input));
        double[] error = second.apply(activity);
        for (int q = 0; q < error.length; q++) {
          error[q] = 2 * (error[q] - targets[order[i]][q]) / (to - from);
        }
        double[] back = second.backward(activity, error);
        for (int j = 0; j < back.length; j++) {
          back[j] *= 1 - activity[j] * activity[j];
        }
        first.backward(input, back);
      }
      double rate = RATE * (1 - step / (double) (epochs * batches));
      first.update(rate, step + 1);
      second.update(rate, step + 1);
    }
    return asked ->
        Arrays.stream(asked)
            .map(latent -> second.apply(tanh(first.apply(latent))))
            .toArray(double[][]::new);
  }

  private static double[] tanh(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = StrictMath.tanh(values[i]);
    }
    return values;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  /** Weights [out][in + 1], the bias last, with their gradients and moments. */
  private static final class Layer {

    private final int inputs;
    private final double[][] weights;
    private final double[][] gradients;
    private final double[][] mean;
    private final double[][] variance;

    Layer(int inputs, int outputs, SplittableRandom random) {
      this.inputs = inputs;
      this.weights = new double[outputs][inputs + 1];
      this.gradients = new double[outputs][inputs + 1];
      this.mean = new double[outputs][inputs + 1];
      this.variance = new double[outputs][inputs + 1];
      for (double[] row : weights) {
        for (int i = 0; i < inputs; i++) {
          row[i] = random.nextGaussian() / Math.sqrt(inputs);
        }
      }
    }

    double[] apply(double[] input) {
      double[] output = new double[weights.length];
      for (int o = 0; o < output.length; o++) {
        double sum = weights[o][inputs];
        for (int i = 0; i < inputs; i++) {
          sum += weights[o][i] * input[i];
        }
        output[o] = sum;
      }
      return output;
    }

    /** Adds to the gradients and returns those of the input. */
    double[] backward(double[] input, double[] error) {
      double[] back = new double[inputs];
      for (int o = 0; o < error.length; o++) {
        gradients[o][inputs] += error[o];
        for (int i = 0; i < inputs; i++) {
          gradients[o][i] += error[o] * input[i];
          back[i] += error[o] * weights[o][i];
        }
      }
      return back;
    }

    /** One step of Adam, after which the gradients are zero. */
    void update(double rate, int step) {
      double first = 1 - StrictMath.pow(BETA1, step);
      double second = 1 - StrictMath.pow(BETA2, step);
      for (int o = 0; o < weights.length; o++) {
        for (int i = 0; i <= inputs; i++) {
          double gradient = gradients[o][i];
          mean[o][i] = BETA1 * mean[o][i] + (1 - BETA1) * gradient;
          variance[o][i] = BETA2 * variance[o][i] + (1 - BETA2) * gradient * gradient;
          weights[o][i] -=
              rate * (mean[o][i] / first) / (Math.sqrt(variance[o][i] / second) + EPSILON);
          gradients[o][i] = 0;
        }
      }
    }
  }
}
