package dev.lookahead.launch.wiring;

import dev.lookahead.launch.report.CurveLine;
import dev.lookahead.launch.report.CurveLog;
import dev.lookahead.launch.report.CurvePanel;
import dev.lookahead.launch.report.CurvePanel.Limit;
import dev.lookahead.launch.report.CurvePanel.Scale;
import dev.lookahead.worldmodel.evaluation.CollapseCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The panels of a training run: one per loss with its training and its validation line, then how
 * the latents are spread beside the limits of the collapse check, then the optimiser.
 */
final class TrainingPanels {

  static final String TRAINING = "training/";
  static final String VALIDATION = "validation/";
  static final String MEAN_STD = "latent/mean_std";
  static final String EFFECTIVE_RANK = "latent/effective_rank";
  static final String MEAN_COSINE = "latent/mean_cosine";
  static final String GRADIENT_NORM = "optimizer/gradient_norm";
  static final String LEARNING_RATE = "optimizer/learning_rate";
  static final String THROUGHPUT = "throughput/clips_per_second";

  private TrainingPanels() {}

  /** The panels for which anything was measured. Throughput is left to TensorBoard. */
  static List<CurvePanel> of(CurveLog curves) {
    List<CurvePanel> panels = new ArrayList<>();
    for (String tag : curves.tags()) {
      if (tag.startsWith(TRAINING)) {
        String name = tag.substring(TRAINING.length());
        String title = name.equals("total") ? "Total loss" : name.replace('_', ' ') + " loss";
        add(
            panels,
            title,
            Scale.LOGARITHMIC_IF_WIDE,
            Optional.empty(),
            List.of(curves.line(tag, "training"), curves.line(VALIDATION + name, "validation")));
      }
    }
    CollapseCheck limits = CollapseCheck.defaults();
    add(
        panels,
        "Standard deviation of latents",
        Scale.LINEAR,
        Optional.of(new Limit(limits.minStd(), "collapsed below " + limits.minStd())),
        List.of(curves.line(MEAN_STD, "validation")));
    add(
        panels,
        "Effective rank of latents",
        Scale.LINEAR,
        Optional.of(
            new Limit(limits.minEffectiveRank(), "collapsed below " + limits.minEffectiveRank())),
        List.of(curves.line(EFFECTIVE_RANK, "validation")));
    add(
        panels,
        "Cosine between latents",
        Scale.LINEAR,
        Optional.of(new Limit(limits.maxCosine(), "collapsed above " + limits.maxCosine())),
        List.of(curves.line(MEAN_COSINE, "validation")));
    add(
        panels,
        "Gradient norm before clipping",
        Scale.LOGARITHMIC_IF_WIDE,
        Optional.empty(),
        List.of(curves.line(GRADIENT_NORM, "training")));
    add(
        panels,
        "Learning rate",
        Scale.LINEAR,
        Optional.empty(),
        List.of(curves.line(LEARNING_RATE, "last")));
    return panels;
  }

  private static void add(
      List<CurvePanel> panels,
      String title,
      Scale scale,
      Optional<Limit> limit,
      List<Optional<CurveLine>> measured) {
    List<CurveLine> lines = measured.stream().flatMap(Optional::stream).toList();
    if (!lines.isEmpty()) {
      String heading = Character.toUpperCase(title.charAt(0)) + title.substring(1);
      panels.add(new CurvePanel(heading, lines, scale, limit));
    }
  }
}
