package dev.lookahead.launch.offline.page;

import dev.lookahead.launch.offline.Filmstrip;
import dev.lookahead.launch.offline.OfflineResults;
import dev.lookahead.launch.offline.RecordedFrames;
import dev.lookahead.launch.report.figure.Figure;
import dev.lookahead.launch.report.figure.FrameStrips;
import dev.lookahead.launch.report.figure.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the model thought comes next, as strips of frames. */
final class FilmPlates {

  private final OfflineResults results;
  private final RecordedFrames frames;

  FilmPlates(OfflineResults results, RecordedFrames frames) {
    this.results = results;
    this.frames = frames;
  }

  /** What it is called in addresses and names of files. */
  static String name(int episode) {
    return String.format(Locale.ROOT, "film-%06d", episode);
  }

  /** Draws a film. */
  Figure figure(Filmstrip film) {
    int blockSteps = results.conditions().blockSteps();
    double random = results.rollouts().geometry().randomDistance().estimate();
    List<String> columns = new ArrayList<>();
    List<FrameStrips.Cell> came = new ArrayList<>();
    List<FrameStrips.Cell> thought = new ArrayList<>();
    columns.add("step " + film.start());
    came.add(
        new FrameStrips.Cell(List.of(frames.image(film.episode(), film.start())), "now", Ink.GRID));
    thought.add(new FrameStrips.Cell(List.of(), "", Ink.GRID));
    for (Filmstrip.Step step : film.steps()) {
      columns.add("+" + step.blocks() * blockSteps);
      came.add(
          new FrameStrips.Cell(List.of(frames.image(film.episode(), step.frame())), "", Ink.GRID));
      thought.add(
          new FrameStrips.Cell(
              List.of(frames.image(step.nearestEpisode(), step.nearestFrame())),
              Words.percent(step.error() / random),
              film.foreseen(step) ? Ink.GOOD : Ink.GRID));
    }
    return new FrameStrips(
            columns,
            List.of(
                new FrameStrips.Row(List.of("what came"), came),
                new FrameStrips.Row(List.of("what the model", "thinks comes"), thought)))
        .figure(
            "Episode %d from step %d: frames that came, and those nearest to what was predicted"
                .formatted(film.episode(), film.start()));
  }
}
