package dev.lookahead.launch.data;

import dev.lookahead.launch.report.FrameMontage;
import dev.lookahead.launch.report.FrameMontage.Tile;
import dev.lookahead.launch.report.GifWriter;
import dev.lookahead.launch.report.Pictures;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pictures of a recording.
 *
 * @param source the recording
 */
public record EpisodePreview(EpisodeSource source) {

  private static final int COLUMNS = 8;
  private static final int LEAST_SIDE = 128;
  private static final Duration LEAST_DELAY = Duration.ofMillis(20);
  private static final int MAX_FILM_FRAMES = 600;

  /** Frames spread evenly over each of the first episodes, one row per episode, as PNG. */
  public byte[] contactSheet(int episodes) {
    List<Tile> tiles = new ArrayList<>();
    for (int number = 0; number < Math.min(episodes, source.size()); number++) {
      Episode episode = source.episode(number);
      for (int column = 0; column < COLUMNS; column++) {
        int step = (int) ((long) column * (episode.length() - 1) / (COLUMNS - 1));
        double seconds = (episode.stampsNanos().get(step) - episode.stampsNanos().get(0)) / 1e9;
        tiles.add(
            new Tile(
                Pictures.image(episode.frame(step), scale()),
                String.format(Locale.ROOT, "%d · %.1f s", number, seconds)));
      }
    }
    return Pictures.png(FrameMontage.draw(tiles, COLUMNS));
  }

  /** An episode as an animated GIF at its own speed, its first 600 frames at most. */
  public byte[] film(int number) {
    Episode episode = source.episode(number);
    int frames = Math.min(MAX_FILM_FRAMES, episode.length());
    Duration period = Duration.ofNanos(source.spec().framePeriodNanos());
    int stride = 1;
    while (period.multipliedBy(stride).compareTo(LEAST_DELAY) < 0) {
      stride++;
    }
    GifWriter gif = new GifWriter(period.multipliedBy(stride), picture(episode, 0));
    for (int step = stride; step < frames; step += stride) {
      gif.add(picture(episode, step));
    }
    return gif.finish(Duration.ofSeconds(1));
  }

  private BufferedImage picture(Episode episode, int step) {
    return Pictures.image(episode.frame(step), scale());
  }

  private int scale() {
    return Math.max(1, LEAST_SIDE / source.spec().frameWidth());
  }
}
