package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.SignalAxis;
import dev.lookahead.worldmodel.episode.StepRandom;
import dev.lookahead.worldmodel.statistics.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Everything measured on one episode; a pure function of model, recording and settings, so that
 * equal ones give equal measurements wherever and whenever they are taken.
 *
 * @param formatVersion of this layout as JSON
 * @param episode its number
 * @param frames its length
 * @param starts the steps from which rollouts began; none if the episode is too short for one
 * @param errors per forecast the Euclidean latent distance to what came [starts, blocks ahead];
 *     empty without starts
 * @param ranks per start the share of random actions with less energy than the recorded one
 * @param landscape the energy around the recorded action [side, side], averaged over the starts;
 *     absent without starts
 * @param surprise at every block as recorded and edited
 * @param straightness the cosines between successive latent steps of one block, 1 for straight on
 *     (temporal straightening, Henaff et al. 2019)
 * @param sampledSteps the frames whose latents are kept, spread evenly
 * @param latents of the sampled frames, the part that goals are compared with
 * @param states of the sampled frames by axis; empty if the recording has none
 * @param shown the rollout that went most wrong; absent without starts, or if latents are too wide
 *     to keep
 */
public record EpisodeMeasurement(
    int formatVersion,
    int episode,
    int frames,
    List<Integer> starts,
    Map<Forecast, Matrix> errors,
    List<Float> ranks,
    List<Matrix> landscape,
    Surprise surprise,
    List<Float> straightness,
    List<Integer> sampledSteps,
    Matrix latents,
    Map<String, List<Float>> states,
    List<PredictedRollout> shown) {

  /** The version written. */
  public static final int FORMAT_VERSION = 2;

  /** Copies the collections. */
  public EpisodeMeasurement {
    starts = List.copyOf(starts);
    errors =
        Collections.unmodifiableMap(
            errors.isEmpty() ? new EnumMap<>(Forecast.class) : new EnumMap<>(errors));
    ranks = List.copyOf(ranks);
    landscape = List.copyOf(landscape);
    straightness = List.copyOf(straightness);
    sampledSteps = List.copyOf(sampledSteps);
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    shown = List.copyOf(shown);
  }

  /**
   * Measures one episode.
   *
   * @param model fits the recording: same frame size, action and proprioception sizes
   * @param number the episode's number, which with the seed decides everything drawn
   * @param other the episode that shuffled actions come from
   * @param samples how many frames are kept, {@link RolloutSettings#samplesKept}
   * @throws UnusableModelException if the model's latents are not finite
   */
  public static EpisodeMeasurement of(
      LatentModel model,
      int number,
      Episode episode,
      Episode other,
      RolloutSettings settings,
      int samples) {
    SplittableRandom random = StepRandom.of(settings.seed(), number);
    RecordedLatents recorded = new RecordedLatents(model, episode);
    int[] starts =
        Spread.over(
            recorded.firstStart(),
            recorded.lastStart(settings.blocksAhead()),
            settings.startsPerEpisode());
    Map<Forecast, Matrix> errors = new EnumMap<>(Forecast.class);
    List<Float> ranks = new ArrayList<>();
    List<Matrix> landscapes = new ArrayList<>();
    List<PredictedRollout> shown = List.of();
    if (starts.length > 0) {
      errors.putAll(
          new RolloutErrors(model, recorded, starts, settings.blocksAhead())
              .measure(other, random.split()));
      ActionEnergy energy = new ActionEnergy(model, recorded);
      SplittableRandom drawn = random.split();
      for (int start : starts) {
        ranks.add(energy.rank(start, settings.candidates(), drawn));
        landscapes.add(energy.landscape(start, settings.landscapeSide()));
      }
      shown = worst(model, recorded, starts, Objects.requireNonNull(errors.get(Forecast.MODEL)));
    }
    int[] sampled =
        Spread.thinned(
            Spread.over(0, episode.length() - 1, settings.samplesPerEpisode()), samples, number);
    return new EpisodeMeasurement(
        FORMAT_VERSION,
        number,
        episode.length(),
        Spread.list(starts),
        errors,
        ranks,
        landscapes.isEmpty() ? List.of() : List.of(Matrix.mean(landscapes)),
        Surprise.of(model, recorded, random.split()),
        Straightness.cosines(recorded, model.spec().blockSteps()),
        Spread.list(sampled),
        latents(recorded, sampled),
        states(episode, sampled),
        shown);
  }

  /** The same with other latents of the sampled frames. */
  public EpisodeMeasurement with(Matrix otherLatents) {
    return new EpisodeMeasurement(
        formatVersion,
        episode,
        frames,
        starts,
        errors,
        ranks,
        landscape,
        surprise,
        straightness,
        sampledSteps,
        otherLatents,
        states,
        shown);
  }

  /** The rollout with the greatest error over all distances. */
  private static List<PredictedRollout> worst(
      LatentModel model, RecordedLatents recorded, int[] starts, Matrix errors) {
    int worst =
        IntStream.range(0, starts.length)
            .boxed()
            .max(Comparator.comparingDouble(row -> Arrays.stream(errors.row(row)).sum()))
            .orElseThrow();
    return PredictedRollout.of(model, recorded, starts[worst], errors.columns());
  }

  private static Matrix latents(RecordedLatents recorded, int[] sampled) {
    int width = recorded.compared(0).length;
    float[] values = new float[sampled.length * width];
    for (int i = 0; i < sampled.length; i++) {
      System.arraycopy(recorded.compared(sampled[i]), 0, values, i * width, width);
    }
    return new Matrix(width, values);
  }

  private static Map<String, List<Float>> states(Episode episode, int[] sampled) {
    Map<String, List<Float>> states = new LinkedHashMap<>();
    List<SignalAxis> axes = episode.spec().states();
    for (int axis = 0; axis < axes.size(); axis++) {
      int index = axis;
      states.put(
          axes.get(axis).name(),
          IntStream.of(sampled).mapToObj(step -> episode.state(step)[index]).toList());
    }
    return states;
  }
}
