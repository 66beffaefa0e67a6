package dev.lookahead.bridge.recording.table;

import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the episodes of a table have in common, as far as a table can tell. */
final class TableSpec {

  /** Of tables that do not say how fast they were recorded. */
  private static final double USUAL_RATE_HZ = 10;

  private static final double NANOS_PER_SECOND = 1e9;

  /** Two rates are the same within this share. */
  private static final double RATE_TOLERANCE = 1e-3;

  private static final int SCAN_ROWS = 4096;

  private TableSpec() {}

  static DatasetSpec of(EpisodeTable table, ColumnChoice choice, RecordingMapping mapping) {
    Optional<DatasetSpec> ours = table.spec();
    if (ours.isPresent() && mapping.choosesNothing()) {
      DatasetSpec recorded = requireFit(table, choice, ours.get());
      return mapping.resizes()
          ? recorded.resizedTo(mapping.frameWidth(), mapping.frameHeight())
          : recorded;
    }
    return new DatasetSpec(
        table.world(),
        mapping.resizes() ? mapping.frameWidth() : choice.camera().width(),
        mapping.resizes() ? mapping.frameHeight() : choice.camera().height(),
        periodNanos(table, mapping.rateHz()),
        choice.action().size() == 0
            ? RecordingMapping.noActions()
            : new ActionSpace(axes(table, choice.action())),
        choice.states().axes(),
        choice.proprioception().axes());
  }

  private static DatasetSpec requireFit(
      EpisodeTable table, ColumnChoice choice, DatasetSpec described) {
    String expected =
        "%dx%d frames, %d actions, %d states, %d proprioception"
            .formatted(
                described.frameWidth(),
                described.frameHeight(),
                described.actionSize(),
                described.stateSize(),
                described.proprioceptionSize());
    String found =
        "%dx%d frames, %d actions, %d states, %d proprioception"
            .formatted(
                choice.camera().width(),
                choice.camera().height(),
                choice.action().size(),
                choice.states().size(),
                choice.proprioception().size());
    if (!found.equals(expected)) {
      throw new DataException(
          table.location(), "it describes itself as %s, but has %s".formatted(expected, found));
    }
    return described;
  }

  private static long periodNanos(EpisodeTable table, double wantedHz) {
    long recorded = table.periodNanos();
    if (recorded == 0) {
      return Math.round(NANOS_PER_SECOND / (wantedHz > 0 ? wantedHz : USUAL_RATE_HZ));
    }
    double recordedHz = NANOS_PER_SECOND / recorded;
    if (wantedHz > 0 && Math.abs(wantedHz - recordedHz) > RATE_TOLERANCE * recordedHz) {
      throw new DataException(
          table.location(),
          "it was recorded at %.3f Hz and tables are not resampled: asked for is %.3f Hz"
              .formatted(recordedHz, wantedHz));
    }
    return recorded;
  }

  /** The ranges are those of the actions recorded; an axis that never moved gets one around it. */
  private static List<ActionAxis> axes(EpisodeTable table, Signals action) {
    float[] low = new float[action.size()];
    float[] high = new float[action.size()];
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    Arrays.fill(high, Float.NEGATIVE_INFINITY);
    for (int episode = 0; episode < table.size(); episode++) {
      int rows = table.length(episode) - 1;
      for (int start = 0; start < rows; start += SCAN_ROWS) {
        widen(low, high, action.read(table, episode, start, Math.min(SCAN_ROWS, rows - start)));
      }
    }
    List<ActionAxis> axes = new ArrayList<>();
    List<String> names = action.names();
    for (int i = 0; i < low.length; i++) {
      if (low[i] > high[i]) {
        throw new DataException(
            table.location(), "there is no finite action of '%s' in it".formatted(names.get(i)));
      }
      boolean moved = low[i] < high[i];
      axes.add(
          new ActionAxis(
              names.get(i), "1", moved ? low[i] : low[i] - 1, moved ? high[i] : high[i] + 1));
    }
    return axes;
  }

  private static void widen(float[] low, float[] high, FloatBuffer values) {
    for (int i = 0; values.hasRemaining(); i = (i + 1) % low.length) {
      float value = values.get();
      if (Float.isFinite(value)) {
        low[i] = Math.min(low[i], value);
        high[i] = Math.max(high[i], value);
      }
    }
  }
}
