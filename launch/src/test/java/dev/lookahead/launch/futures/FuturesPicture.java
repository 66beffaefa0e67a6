package dev.lookahead.launch.futures;

import dev.lookahead.launch.report.Pictures;
import dev.lookahead.launch.report.figure.Anchor;
import dev.lookahead.launch.report.figure.Canvas;
import dev.lookahead.launch.report.figure.Figure;
import dev.lookahead.launch.report.figure.Ink;
import dev.lookahead.launch.report.figure.Spot;
import dev.lookahead.sim.FrameSize;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * Corridors from above side by side, in each what can come and what one model expects, and beside
 * them, along the same y, the energy of every place.
 */
final class FuturesPicture {

  /** A model as it is drawn. */
  enum Kind {
    MEAN("a   no z: the mean", "no z", Ink.BASELINE),
    CODES("b   z is one of two codes", "two codes", Ink.SUBJECT),
    GAUSSIAN("c   z is Gaussian, 16 draws", "Gaussian z", Ink.SECOND);

    private final String title;
    private final String name;
    private final Ink ink;

    Kind(String title, String name, Ink ink) {
      this.title = title;
      this.name = name;
      this.ink = ink;
    }
  }

  private static final double METRES = 10;
  private static final double SIDE = 230;
  private static final double GAP = 14;
  private static final double LEFT = 34;
  private static final double TOP = 26;
  private static final double ENERGY_WIDTH = 176;
  private static final double MOST_ENERGY = 4;
  private static final double ENERGY_LEFT = LEFT + Kind.values().length * (SIDE + GAP) + 10;
  private static final double LEGEND = TOP + SIDE + 48;
  private static final double[] Y_TICKS = {2, 5, 8};
  private static final int PAPER = 0xff;
  private static final double FADED = 0.62;
  private static final int DETAIL = 2;
  private static final int CIRCLE = 40;
  private static final int PLACES = 250;

  private final BufferedImage corridor;
  private final double[] start;
  private final double atX;
  private final List<double[][]> truths;
  private final List<Drawing> drawings = new ArrayList<>();

  private record Drawing(Kind kind, List<double[][]> expected, DoubleUnaryOperator energy) {}

  /**
   * Prepares the picture.
   *
   * @param start of the robot, in m
   * @param truths what can come: per future the places at the ends of action blocks
   * @param atX where energies are drawn, in m
   */
  FuturesPicture(double[] start, List<double[][]> truths, double atX) {
    this.start = start;
    this.truths = truths;
    this.atX = atX;
    int pixels = (int) (SIDE * DETAIL);
    corridor =
        faded(
            Pictures.image(
                CorridorModel.WORLD
                    .renderer(FrameSize.square(pixels))
                    .render(new double[] {start[0], start[1], 0}, 0),
                1));
  }

  /**
   * Adds a model.
   *
   * @param expected per future the places at the ends of blocks
   * @param energy of a y at the x of energies, both in m
   */
  void add(Kind kind, List<double[][]> expected, DoubleUnaryOperator energy) {
    drawings.add(new Drawing(kind, expected, energy));
  }

  byte[] png() {
    String words = "What models without and with a latent variable expect behind a fork";
    return new Figure(words, ENERGY_LEFT + ENERGY_WIDTH + 12, LEGEND + 16, this::draw).png();
  }

  private void draw(Canvas canvas) {
    for (double tick : Y_TICKS) {
      text(canvas, Ink.FAINT, Anchor.END, LEFT - 6, y(tick) + 4, "%.0f m".formatted(tick));
    }
    for (int panel = 0; panel < drawings.size(); panel++) {
      corridor(canvas, LEFT + panel * (SIDE + GAP), drawings.get(panel));
    }
    energies(canvas);
    legend(canvas);
  }

  private void corridor(Canvas canvas, double left, Drawing drawing) {
    text(canvas, Ink.TEXT, Anchor.START, left, TOP - 10, drawing.kind().title);
    canvas.picture(corridor, new Spot(left, TOP), SIDE, SIDE);
    for (double[][] expected : drawing.expected()) {
      List<Spot> way = new ArrayList<>(List.of(at(left, start)));
      for (double[] place : expected) {
        way.add(at(left, place));
      }
      canvas.line(drawing.kind().ink, way);
      way.stream().skip(1).forEach(place -> canvas.dot(drawing.kind().ink, place, 3.4));
    }
    for (double[][] truth : truths) {
      for (double[] place : truth) {
        ring(canvas, at(left, place));
      }
    }
    canvas.dot(Ink.BAD, at(left, start), 5);
    text(canvas, Ink.FAINT, Anchor.MIDDLE, left + SIDE * 0.45, TOP + SIDE * 0.87, "lift");
    text(canvas, Ink.FAINT, Anchor.MIDDLE, left + SIDE * 0.8, TOP + SIDE * 0.41, "wall");
    for (double[] place : truths.get(0)) {
      Spot below = new Spot(at(left, place).x(), TOP + SIDE + 16);
      canvas.text(Ink.FAINT, Anchor.MIDDLE, below, String.format(Locale.ROOT, "%.1f m", place[0]));
    }
  }

  private void energies(Canvas canvas) {
    int shade = corridor.getRGB((int) (atX / METRES * corridor.getWidth()), 1) & 0xffffff;
    for (double[] wall : new double[][] {{0, 1}, {3, 7}, {9, METRES}}) {
      double height = y(wall[1]) - y(wall[0]);
      canvas.cell(shade, new Spot(ENERGY_LEFT, y(wall[0])), ENERGY_WIDTH, height);
    }
    canvas.frame(Ink.GRID, new Spot(ENERGY_LEFT, TOP), ENERGY_WIDTH, SIDE);
    String title = String.format(Locale.ROOT, "d   energy of y at x = %.1f m", atX);
    text(canvas, Ink.TEXT, Anchor.START, ENERGY_LEFT, TOP - 10, title);
    for (int tick = 0; tick <= MOST_ENERGY; tick++) {
      text(canvas, Ink.FAINT, Anchor.MIDDLE, energyX(tick), TOP + SIDE + 16, tick + " m");
    }
    for (Drawing drawing : drawings) {
      List<Spot> curve = new ArrayList<>();
      for (int i = 0; i <= PLACES; i++) {
        double y = i * METRES / PLACES;
        double energy = drawing.energy().applyAsDouble(y);
        if (energy <= MOST_ENERGY) {
          curve.add(new Spot(energyX(energy), y(y)));
        }
      }
      canvas.line(drawing.kind().ink, curve);
    }
  }

  private void legend(Canvas canvas) {
    double x = LEFT;
    canvas.dot(Ink.BAD, new Spot(x + 5, LEGEND - 4), 5);
    text(canvas, Ink.TEXT, Anchor.START, x + 16, LEGEND, "start, then full speed right");
    x += SIDE + GAP;
    ring(canvas, new Spot(x + 6, LEGEND - 4));
    text(canvas, Ink.TEXT, Anchor.START, x + 18, LEGEND, "what comes, by the coin");
    x += 190;
    for (Kind kind : Kind.values()) {
      canvas.line(kind.ink, x, LEGEND - 4, x + 22, LEGEND - 4);
      canvas.dot(kind.ink, new Spot(x + 11, LEGEND - 4), 3.4);
      text(canvas, Ink.TEXT, Anchor.START, x + 30, LEGEND, kind.name);
      x += 112;
    }
  }

  private static void ring(Canvas canvas, Spot centre) {
    List<Spot> circle = new ArrayList<>();
    for (int i = 0; i <= CIRCLE; i++) {
      double angle = 2 * Math.PI * i / CIRCLE;
      circle.add(new Spot(centre.x() + 7 * Math.cos(angle), centre.y() + 7 * Math.sin(angle)));
    }
    canvas.line(Ink.GOOD, circle);
  }

  private static void text(
      Canvas canvas, Ink ink, Anchor anchor, double x, double baseline, String words) {
    canvas.text(ink, anchor, new Spot(x, baseline), words);
  }

  private static Spot at(double left, double[] place) {
    return new Spot(left + place[0] * SIDE / METRES, y(place[1]));
  }

  private static double y(double metres) {
    return TOP + metres * SIDE / METRES;
  }

  private static double energyX(double metres) {
    return ENERGY_LEFT + metres * ENERGY_WIDTH / MOST_ENERGY;
  }

  /** Paler, so that what is drawn over it stands out. */
  private static BufferedImage faded(BufferedImage image) {
    for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
      int column = i % image.getWidth();
      int row = i / image.getWidth();
      int rgb = image.getRGB(column, row);
      int pale = 0;
      for (int shift = 0; shift < 24; shift += 8) {
        int level = (rgb >> shift) & PAPER;
        pale |= (int) (level + FADED * (PAPER - level)) << shift;
      }
      image.setRGB(column, row, pale);
    }
    return image;
  }
}
