package dev.lookahead.worldmodel.episode;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Objects;

/**
 * One uninterrupted recording: T frames and the T-1 actions between them. Action {@code t} was
 * chosen at frame {@code t} and executed until frame {@code t + 1}; states and proprioception
 * belong to the frame of the same index.
 *
 * <p>Read-only views, on the heap if just recorded or on a mapped file if read from a dataset. Safe
 * for use by many threads. Equality is by content.
 */
public final class Episode {

  private final DatasetSpec spec;
  private final EpisodeInfo info;
  private final ByteBuffer frames;
  private final FloatBuffer actions;
  private final FloatBuffer states;
  private final FloatBuffer proprioception;
  private final LongBuffer stampsNanos;

  /**
   * Views of the remaining content of each buffer; the caller must not write to them any more.
   *
   * @param frames [T, H, W, 3], T at least 2
   * @param actions [T-1, A]
   * @param states [T, S]
   * @param proprioception [T, P]
   * @param stampsNanos [T], increasing, on the clock of the recording
   * @throws IllegalArgumentException naming the part whose length does not fit T, or that has
   *     values that are not finite or times that do not advance
   */
  public Episode(
      DatasetSpec spec,
      EpisodeInfo info,
      ByteBuffer frames,
      FloatBuffer actions,
      FloatBuffer states,
      FloatBuffer proprioception,
      LongBuffer stampsNanos) {
    int length = stampsNanos.remaining();
    if (length < 2) {
      throw new IllegalArgumentException("an episode has at least 2 frames, got " + length);
    }
    requireLength("frames", length, spec.frameBytes(), frames);
    requireLength("actions", length - 1, spec.actionSize(), actions);
    requireLength("states", length, spec.stateSize(), states);
    requireLength("proprioception", length, spec.proprioceptionSize(), proprioception);
    requireFinite("actions", actions);
    requireFinite("states", states);
    requireFinite("proprioception", proprioception);
    requireIncreasing(stampsNanos);
    this.spec = spec;
    this.info = info;
    this.frames = frames.slice().asReadOnlyBuffer();
    this.actions = actions.slice().asReadOnlyBuffer();
    this.states = states.slice().asReadOnlyBuffer();
    this.proprioception = proprioception.slice().asReadOnlyBuffer();
    this.stampsNanos = stampsNanos.slice().asReadOnlyBuffer();
  }

  private static void requireLength(String part, int steps, int size, Buffer found) {
    if (found.remaining() != (long) steps * size) {
      throw new IllegalArgumentException(
          "%s should be %d x %d values, got %d".formatted(part, steps, size, found.remaining()));
    }
  }

  private static void requireFinite(String part, FloatBuffer values) {
    for (int i = values.position(); i < values.limit(); i++) {
      if (!Float.isFinite(values.get(i))) {
        throw new IllegalArgumentException(
            "%s should be finite, value %d is %s"
                .formatted(part, i - values.position(), values.get(i)));
      }
    }
  }

  private static void requireIncreasing(LongBuffer stamps) {
    for (int i = stamps.position() + 1; i < stamps.limit(); i++) {
      if (stamps.get(i) <= stamps.get(i - 1)) {
        throw new IllegalArgumentException(
            "times should increase, frame %d has %d ns after %d ns"
                .formatted(i - stamps.position(), stamps.get(i), stamps.get(i - 1)));
      }
    }
  }

  /** What it shares with its dataset. */
  public DatasetSpec spec() {
    return spec;
  }

  /** How it came about. */
  public EpisodeInfo info() {
    return info;
  }

  /** The number of frames, T; there is one action fewer. */
  public int length() {
    return stampsNanos.limit();
  }

  /** A copy of the image at a step. */
  public CameraFrame frame(int step) {
    byte[] rgb = new byte[spec.frameBytes()];
    frames.get(Math.multiplyExact(step, rgb.length), rgb);
    return new CameraFrame(spec.frameWidth(), spec.frameHeight(), rgb, stampsNanos.get(step));
  }

  /** What the robot sensed at a step. */
  public Observation observation(int step) {
    return new Observation(
        frame(step), new Proprioception(row(proprioception, step, spec.proprioceptionSize())));
  }

  /** The action that leads from a step to the next; there is none at the last. */
  public Action action(int step) {
    return new Action(row(actions, step, spec.actionSize()));
  }

  /** The true state at a step, [S]. */
  public float[] state(int step) {
    return row(states, step, spec.stateSize());
  }

  private static float[] row(FloatBuffer from, int step, int size) {
    float[] values = new float[size];
    from.get(step * size, values);
    return values;
  }

  /**
   * A view of part of it: {@code frames} frames from step {@code start} on and the actions between
   * them.
   *
   * @param frames at least 2
   * @throws IndexOutOfBoundsException if the episode is not that long
   */
  public Episode slice(int start, int frames) {
    Objects.checkFromIndexSize(start, frames, length());
    return new Episode(
        spec,
        info,
        this.frames.slice(start * spec.frameBytes(), frames * spec.frameBytes()),
        rows(actions, start, frames - 1, spec.actionSize()),
        rows(states, start, frames, spec.stateSize()),
        rows(proprioception, start, frames, spec.proprioceptionSize()),
        stampsNanos.slice(start, frames));
  }

  private static FloatBuffer rows(FloatBuffer from, int start, int rows, int size) {
    return from.slice(start * size, rows * size);
  }

  /** All images, uint8 [T, H, W, 3]: a read-only view. */
  public ByteBuffer frames() {
    return frames.duplicate();
  }

  /** All actions [T-1, A]: a read-only view. */
  public FloatBuffer actions() {
    return actions.duplicate();
  }

  /** All states [T, S]: a read-only view. */
  public FloatBuffer states() {
    return states.duplicate();
  }

  /** All proprioception [T, P]: a read-only view. */
  public FloatBuffer proprioception() {
    return proprioception.duplicate();
  }

  /** All times [T], in nanoseconds on the clock of the recording: a read-only view. */
  public LongBuffer stampsNanos() {
    return stampsNanos.duplicate();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Episode that
        && spec.equals(that.spec)
        && info.equals(that.info)
        && stampsNanos.equals(that.stampsNanos)
        && actions.equals(that.actions)
        && states.equals(that.states)
        && proprioception.equals(that.proprioception)
        && frames.equals(that.frames);
  }

  @Override
  public int hashCode() {
    return Objects.hash(info, stampsNanos, actions);
  }

  @Override
  public String toString() {
    return "Episode[" + length() + " frames, " + info + "]";
  }
}
