package dev.lookahead.worldmodel.episode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * B clips in direct buffers that are allocated once and refilled, ready to be handed to an engine.
 * Every accessor gives a fresh view of the whole content. Owned by one thread at a time; see {@link
 * Prefetcher} for who owns it when.
 */
public final class ClipBatch {

  private final int size;
  private final ByteBuffer frames;
  private final FloatBuffer actions;
  private final FloatBuffer proprioception;
  private final FloatBuffer states;
  private final ByteBuffer goalFrames;
  private final FloatBuffer stepsToGoal;
  private final int[] episodes;
  private final int[] starts;

  /**
   * Allocates room for clips.
   *
   * @param size B, at least 1
   * @throws IllegalArgumentException if a buffer would exceed 2 GiB
   */
  public ClipBatch(DatasetSpec dataset, ClipSpec clip, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a batch holds at least 1 clip, got " + size);
    }
    int goals = clip.hasGoal() ? size : 0;
    long steps = (long) size * clip.frames();
    this.size = size;
    this.frames = bytes(steps * dataset.frameBytes());
    this.actions = floats((long) size * clip.span() * dataset.actionSize());
    this.proprioception = floats(steps * dataset.proprioceptionSize());
    this.states = floats(steps * dataset.stateSize());
    this.goalFrames = bytes((long) goals * dataset.frameBytes());
    this.stepsToGoal = floats(goals);
    this.episodes = new int[size];
    this.starts = new int[size];
  }

  private static ByteBuffer bytes(long count) {
    if (count > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "one part of a batch has at most 2 GiB, this one would have %d bytes; use a smaller batch"
              .formatted(count));
    }
    return ByteBuffer.allocateDirect((int) count).order(ByteOrder.nativeOrder());
  }

  private static FloatBuffer floats(long count) {
    return bytes(count * Float.BYTES).asFloatBuffer();
  }

  /** The number of clips B. */
  public int size() {
    return size;
  }

  /** Pixels, uint8 [B, F, H, W, 3]. */
  public ByteBuffer frames() {
    return frames.duplicate();
  }

  /** The actions between the frames, [B, F-1, K, A], as recorded. */
  public FloatBuffer actions() {
    return actions.duplicate();
  }

  /** Proprioception at the frames, [B, F, P], as recorded. */
  public FloatBuffer proprioception() {
    return proprioception.duplicate();
  }

  /** True states at the frames, [B, F, S]: for probes only. */
  public FloatBuffer states() {
    return states.duplicate();
  }

  /** Pixels of the goals, uint8 [B, H, W, 3]; empty without goals. */
  public ByteBuffer goalFrames() {
    return goalFrames.duplicate();
  }

  /** Steps from each clip's first frame to its goal, [B], whole numbers; empty without goals. */
  public FloatBuffer stepsToGoal() {
    return stepsToGoal.duplicate();
  }

  /** The episode a clip is from. */
  public int episode(int clip) {
    return episodes[clip];
  }

  /** The step of that episode at which the clip starts. */
  public int start(int clip) {
    return starts[clip];
  }

  void place(int clip, int episode, int start) {
    episodes[clip] = episode;
    starts[clip] = start;
  }
}
