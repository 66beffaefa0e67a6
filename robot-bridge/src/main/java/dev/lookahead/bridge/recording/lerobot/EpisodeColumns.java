package dev.lookahead.bridge.recording.lerobot;

import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An episode as LeRobot has it: a row per frame, an action in the last one too.
 *
 * @param episode the frames
 * @param number of the episode in the dataset
 * @param datasetIndex of its first row in the dataset
 * @param task the number of its task
 */
record EpisodeColumns(Episode episode, int number, long datasetIndex, int task) {

  static final String ACTION = "action";
  static final String PROPRIOCEPTION = "observation.state";
  static final String STATES = "observation.environment_state";

  /**
   * Rows of one length.
   *
   * @param values [rows, width]
   */
  record Vector(FloatBuffer values, int width) {}

  /** The vectors there are, by feature. */
  Map<String, Vector> vectors() {
    DatasetSpec spec = episode.spec();
    Map<String, Vector> vectors = new LinkedHashMap<>();
    vectors.put(ACTION, new Vector(actions(spec.actionSize()), spec.actionSize()));
    if (spec.proprioceptionSize() > 0) {
      vectors.put(PROPRIOCEPTION, new Vector(episode.proprioception(), spec.proprioceptionSize()));
    }
    if (spec.stateSize() > 0) {
      vectors.put(STATES, new Vector(episode.states(), spec.stateSize()));
    }
    return vectors;
  }

  /** One of them. */
  Vector vector(String name) {
    Vector vector = vectors().get(name);
    if (vector == null) {
      throw new IllegalArgumentException(
          "there is no vector '%s', there are %s".formatted(name, vectors().keySet()));
    }
    return vector;
  }

  /** The last action twice. */
  private FloatBuffer actions(int width) {
    FloatBuffer recorded = episode.actions();
    FloatBuffer rows = FloatBuffer.allocate(recorded.remaining() + width);
    rows.put(recorded.duplicate());
    rows.put(recorded.slice(recorded.limit() - width, width));
    return rows.flip();
  }
}
