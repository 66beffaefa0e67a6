package dev.lookahead.worldmodel.statistics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;

/** Rows of float32 numbers [rows, columns], row-major. Immutable; equality is by content. */
public final class Matrix {

  private final int columns;
  private final float[] values;

  /**
   * @param columns the length of a row, at least one
   * @param values rows x columns values; copied
   */
  @JsonCreator
  public Matrix(
      @JsonProperty(value = "columns", required = true) int columns,
      @JsonProperty(value = "values", required = true) float[] values) {
    if (columns < 1 || values.length % columns != 0) {
      throw new IllegalArgumentException(
          "a matrix has rows of at least 1 value, got %d values in rows of %d"
              .formatted(values.length, columns));
    }
    this.columns = columns;
    this.values = values.clone();
  }

  /** The number of rows. */
  public int rows() {
    return values.length / columns;
  }

  /** The length of a row. */
  @JsonProperty("columns")
  public int columns() {
    return columns;
  }

  /** A copy of all values, row-major. */
  @JsonProperty("values")
  public float[] values() {
    return values.clone();
  }

  /** One value. */
  public float get(int row, int column) {
    return values[row * columns + column];
  }

  /** A copy of a row. */
  public double[] row(int row) {
    double[] copy = new double[columns];
    Arrays.setAll(copy, column -> get(row, column));
    return copy;
  }

  /** A copy of a column. */
  public double[] column(int column) {
    double[] copy = new double[rows()];
    Arrays.setAll(copy, row -> get(row, column));
    return copy;
  }

  /**
   * The mean of matrices of one shape.
   *
   * @param matrices at least one
   */
  public static Matrix mean(List<Matrix> matrices) {
    Matrix first = matrices.get(0);
    float[] mean = new float[first.values.length];
    for (Matrix one : matrices) {
      if (one.columns != first.columns || one.values.length != mean.length) {
        throw new IllegalArgumentException(
            "a mean is of matrices of one shape, got %s and %s".formatted(first, one));
      }
      for (int i = 0; i < mean.length; i++) {
        mean[i] += one.values[i] / matrices.size();
      }
    }
    return new Matrix(first.columns, mean);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix that
        && columns == that.columns
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * columns + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Matrix[" + rows() + ", " + columns + "]";
  }
}
