package dev.lookahead.sim.raster;

/**
 * Scenery as a grid of rectangular tiles that are either filled or empty. Because tiles do not
 * overlap, how much of a pixel they fill is an exact sum, and touching tiles show no seam.
 */
public final class Tiling {

  /**
   * Whether the tile between edges {@code i}, {@code i + 1} of x and {@code j}, {@code j + 1} of y
   * is filled.
   */
  @FunctionalInterface
  public interface Filled {
    /** Answers for tile column {@code i} and tile row {@code j}. */
    boolean at(int i, int j);
  }

  private final double[] xEdges;
  private final double[] yEdges;
  private final Filled filled;

  /**
   * Copies the edges.
   *
   * @param xEdges world x of the tile borders, monotonic
   * @param yEdges world y of the tile borders, monotonic
   */
  public Tiling(double[] xEdges, double[] yEdges, Filled filled) {
    this.xEdges = xEdges.clone();
    this.yEdges = yEdges.clone();
    this.filled = filled;
  }

  /** The filled share of every pixel [height, width], row-major, 0 to 1. */
  public float[] coverage(Viewport viewport) {
    int width = viewport.size().width();
    int height = viewport.size().height();
    double[][] columns = shares(xEdges, viewport.left(), viewport.pitchX(), width);
    double[][] rows = shares(yEdges, viewport.top(), viewport.pitchY(), height);
    double[] covered = new double[width * height];
    for (int j = 0; j < rows.length; j++) {
      for (int i = 0; i < columns.length; i++) {
        if (filled.at(i, j)) {
          add(columns[i], rows[j], covered);
        }
      }
    }
    float[] coverage = new float[covered.length];
    for (int p = 0; p < covered.length; p++) {
      coverage[p] = (float) covered[p];
    }
    return coverage;
  }

  private static void add(double[] columns, double[] rows, double[] covered) {
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] > 0) {
        for (int column = 0; column < columns.length; column++) {
          covered[row * columns.length + column] += rows[row] * columns[column];
        }
      }
    }
  }

  /** For every tile, the share of every pixel of one axis that it covers: [tiles, pixels]. */
  private static double[][] shares(double[] edges, double origin, double pitch, int pixels) {
    double[][] shares = new double[edges.length - 1][pixels];
    for (int tile = 0; tile < shares.length; tile++) {
      double a = (edges[tile] - origin) / pitch;
      double b = (edges[tile + 1] - origin) / pitch;
      for (int pixel = 0; pixel < pixels; pixel++) {
        double overlap = Math.min(Math.max(a, b), pixel + 1) - Math.max(Math.min(a, b), pixel);
        shares[tile][pixel] = Math.max(0, overlap);
      }
    }
    return shares;
  }
}
