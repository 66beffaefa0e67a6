package dev.lookahead.launch.data;

import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * One axis of a recorded signal.
 *
 * @param signal {@code action}, {@code proprioception} or {@code state}
 * @param axis its name
 * @param unit of the values
 * @param min the least value
 * @param mean the mean
 * @param std the standard deviation
 * @param max the greatest value
 */
public record SignalFacts(
    String signal, String axis, String unit, double min, double mean, double std, double max) {

  /** Those of all axes over the first episodes. */
  public static List<SignalFacts> of(EpisodeSource source, int episodes) {
    List<SignalFacts> facts = new ArrayList<>();
    List<StreamingStatistics> actions = fresh(source.spec().actionSize());
    List<StreamingStatistics> felt = fresh(source.spec().proprioceptionSize());
    List<StreamingStatistics> states = fresh(source.spec().stateSize());
    for (int number = 0; number < Math.min(episodes, source.size()); number++) {
      Episode episode = source.episode(number);
      add(actions, episode.actions());
      add(felt, episode.proprioception());
      add(states, episode.states());
    }
    for (int i = 0; i < actions.size(); i++) {
      facts.add(
          fact(
              "action",
              source.spec().actionSpace().axis(i).name(),
              source.spec().actionSpace().axis(i).unit(),
              actions.get(i)));
    }
    for (int i = 0; i < felt.size(); i++) {
      facts.add(
          fact(
              "proprioception",
              source.spec().proprioception().get(i).name(),
              source.spec().proprioception().get(i).unit(),
              felt.get(i)));
    }
    for (int i = 0; i < states.size(); i++) {
      facts.add(
          fact(
              "state",
              source.spec().states().get(i).name(),
              source.spec().states().get(i).unit(),
              states.get(i)));
    }
    return facts;
  }

  private static SignalFacts fact(
      String signal, String axis, String unit, StreamingStatistics statistics) {
    return new SignalFacts(
        signal,
        axis,
        unit,
        statistics.getMin(),
        statistics.getMean(),
        statistics.getStandardDeviation(),
        statistics.getMax());
  }

  private static List<StreamingStatistics> fresh(int size) {
    List<StreamingStatistics> statistics = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      statistics.add(new StreamingStatistics());
    }
    return statistics;
  }

  private static void add(List<StreamingStatistics> axes, FloatBuffer rows) {
    for (int i = 0; i < rows.remaining(); i++) {
      axes.get(i % axes.size()).addValue(rows.get(rows.position() + i));
    }
  }
}
