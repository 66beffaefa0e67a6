package dev.lookahead.worldmodel.episode;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Observation;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Builds an {@link Episode} while it happens: {@link #begin} once, {@link #step} per action, {@link
 * #finish} at the end, and over again. Refuses what a dataset must not hold: values that are not
 * finite, sizes that change, time that does not advance. Thread: one at a time.
 */
public final class EpisodeRecorder {

  private final DatasetSpec spec;
  private byte[] frames = new byte[0];
  private float[] actions = new float[0];
  private float[] states = new float[0];
  private float[] proprioception = new float[0];
  private long[] stampsNanos = new long[0];
  private int length;

  /** A recorder for episodes of one dataset. */
  public EpisodeRecorder(DatasetSpec spec) {
    this.spec = spec;
  }

  /** The number of frames recorded since {@link #begin}. */
  public int length() {
    return length;
  }

  /**
   * Forgets what was recorded and starts an episode.
   *
   * @param state the true state [S]; empty if the dataset has none
   * @throws IllegalArgumentException if observation or state do not fit the dataset
   */
  public void begin(Observation first, float[] state) {
    length = 0;
    add(first, state);
  }

  /**
   * Adds one action and what it led to.
   *
   * @throws IllegalArgumentException if something does not fit the dataset; nothing is added then
   * @throws IllegalStateException before {@link #begin}
   */
  public void step(Action executed, Observation next, float[] state) {
    if (length == 0) {
      throw new IllegalStateException("an episode begins with an observation; call begin first");
    }
    int size = spec.actionSize();
    requireVector("an action", size, executed.toArray());
    if (next.stampNanos() <= stampsNanos[length - 1]) {
      throw new IllegalArgumentException(
          "the next frame is later than %d ns, got %d ns"
              .formatted(stampsNanos[length - 1], next.stampNanos()));
    }
    add(next, state);
    int at = (length - 2) * size;
    actions = ensure(actions, at + size);
    System.arraycopy(executed.toArray(), 0, actions, at, size);
  }

  /**
   * The episode recorded; the recorder is empty afterwards.
   *
   * @throws IllegalStateException with fewer than two frames
   */
  public Episode finish(EpisodeInfo info) {
    if (length < 2) {
      throw new IllegalStateException("an episode has at least 2 frames, recorded " + length);
    }
    Episode episode =
        new Episode(
            spec,
            info,
            ByteBuffer.wrap(Arrays.copyOf(frames, length * spec.frameBytes())),
            FloatBuffer.wrap(Arrays.copyOf(actions, (length - 1) * spec.actionSize())),
            FloatBuffer.wrap(Arrays.copyOf(states, length * spec.stateSize())),
            FloatBuffer.wrap(Arrays.copyOf(proprioception, length * spec.proprioceptionSize())),
            LongBuffer.wrap(Arrays.copyOf(stampsNanos, length)));
    length = 0;
    return episode;
  }

  private void add(Observation observation, float[] state) {
    float[] felt = observation.proprioception().toArray();
    requireVector("a state", spec.stateSize(), state);
    requireVector("a proprioception", spec.proprioceptionSize(), felt);
    ByteBuffer rgb = observation.frame().rgb();
    if (observation.frame().width() != spec.frameWidth()
        || observation.frame().height() != spec.frameHeight()) {
      throw new IllegalArgumentException(
          "a frame of this dataset is %dx%d, got %dx%d"
              .formatted(
                  spec.frameWidth(),
                  spec.frameHeight(),
                  observation.frame().width(),
                  observation.frame().height()));
    }
    int bytes = spec.frameBytes();
    int end = Math.multiplyExact(length + 1, bytes);
    if (frames.length < end) {
      frames = Arrays.copyOf(frames, capacity(end));
    }
    rgb.get(frames, end - bytes, bytes);
    states = put(states, state);
    proprioception = put(proprioception, felt);
    if (stampsNanos.length == length) {
      stampsNanos = Arrays.copyOf(stampsNanos, capacity(length + 1));
    }
    stampsNanos[length] = observation.stampNanos();
    length++;
  }

  private float[] put(float[] rows, float[] row) {
    float[] grown = ensure(rows, (length + 1) * row.length);
    System.arraycopy(row, 0, grown, length * row.length, row.length);
    return grown;
  }

  private static float[] ensure(float[] values, int needed) {
    return values.length < needed ? Arrays.copyOf(values, capacity(needed)) : values;
  }

  private static int capacity(int needed) {
    return (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(64L, 2L * needed));
  }

  private static void requireVector(String what, int size, float[] values) {
    if (values.length != size) {
      throw new IllegalArgumentException(
          "%s of this dataset has %d values, got %d".formatted(what, size, values.length));
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(
            "%s in a dataset is finite, got %s".formatted(what, Arrays.toString(values)));
      }
    }
  }
}
