package dev.lookahead.launch.offline;

import dev.lookahead.launch.wiring.LoadedModel;
import dev.lookahead.planner.evaluation.ActionScore;
import dev.lookahead.planner.evaluation.ScoredActions;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.energy.FutureSampling;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeHash;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import dev.lookahead.worldmodel.episode.StepRandom;
import dev.lookahead.worldmodel.evaluation.rollout.EpisodeMeasurement;
import dev.lookahead.worldmodel.evaluation.rollout.LatentModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A model on its engine, measuring one episode after the other. What it says of an episode does not
 * depend on those measured before. Thread: one at a time.
 */
public final class EpisodeMeter implements AutoCloseable {

  /** Frames or contexts at once; what a CPU core likes. */
  private static final int BATCH = 64;

  /** Keeps the planner's draws apart from those of the rollouts. */
  private static final long PLANNING = 0x706c616e;

  private final OfflineExperiment experiment;
  private final EpisodeSource source;
  private final LatentModel latents;
  private final WorldModel planned;
  private final ActionScore score;
  private final int samples;

  // The episode read last, which is often the one measured next.
  private @Nullable Episode kept;
  private int keptNumber = -1;

  /**
   * Puts the model on the engine.
   *
   * @param source the recording; stays the caller's to close
   * @param episodes how many are measured in all
   */
  EpisodeMeter(
      OfflineExperiment experiment, LoadedModel model, EpisodeSource source, int episodes) {
    this.experiment = experiment;
    this.source = source;
    // First, because it refuses a cost that the model cannot have.
    this.planned =
        model.open(experiment.engine(), experiment.actionScore().cost(), FutureSampling.defaults());
    this.latents = model.latents(experiment.engine(), BATCH);
    this.samples = experiment.measure().samplesKept(episodes, latents.comparedWidth());
    this.score =
        new ActionScore(
            planned,
            experiment.actionScore().planner().planner(),
            experiment.actionScore().goalBlocks());
  }

  /** Measures an episode, or says why its recording does not allow that. */
  public EpisodeFiles measure(int number) {
    Episode episode;
    try {
      episode = read(number);
    } catch (DataException damaged) {
      return EpisodeFiles.of(RefusedEpisode.of(number, source.location(), damaged));
    }
    EpisodeMeasurement rollouts =
        EpisodeMeasurement.of(
            latents, number, episode, following(number, episode), experiment.measure(), samples);
    List<Integer> starts =
        rollouts.starts().stream().limit(experiment.actionScore().starts()).toList();
    List<ScoredActions> actions =
        starts.isEmpty()
            ? List.of()
            : List.of(
                score.score(
                    episode,
                    starts,
                    StepRandom.of(experiment.measure().seed() ^ PLANNING, number)));
    MeasuredEpisode measured =
        new MeasuredEpisode(
            MeasuredEpisode.FORMAT_VERSION, EpisodeHash.of(episode), rollouts, actions);
    return EpisodeFiles.of(measured, FrameSheet.png(episode, measured.pictured()));
  }

  /** The next episode that can be read, after the last the first; else the episode itself. */
  private Episode following(int number, Episode episode) {
    return IntStream.range(1, source.size())
        .mapToObj(ahead -> undamaged((number + ahead) % source.size()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(episode);
  }

  /** An episode; empty if its recording is damaged, which is reported when its turn comes. */
  private Optional<Episode> undamaged(int number) {
    try {
      return Optional.of(read(number));
    } catch (DataException damaged) {
      return Optional.empty();
    }
  }

  private Episode read(int number) {
    if (kept == null || keptNumber != number) {
      kept = source.episode(number);
      keptNumber = number;
    }
    return kept;
  }

  @Override
  public void close() {
    planned.close();
    latents.close();
  }
}
