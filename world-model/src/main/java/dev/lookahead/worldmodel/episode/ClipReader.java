package dev.lookahead.worldmodel.episode;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * Copies chosen clips of a dataset into batches.
 *
 * @param dataset where from
 * @param clip their form
 */
public record ClipReader(EpisodeDataset dataset, ClipSpec clip) {

  /**
   * Copies one clip.
   *
   * @param batch allocated for this dataset and this form
   * @param slot which clip of the batch is overwritten
   * @param episode the number of the episode
   * @param start the step of its first frame
   * @param goal the step of the goal frame; ignored if clips have none
   */
  public void read(ClipBatch batch, int slot, int episode, int start, int goal) {
    DatasetSpec spec = dataset.spec();
    Episode source = dataset.episode(episode);
    int frameBytes = spec.frameBytes();
    ByteBuffer pixels = source.frames();
    ByteBuffer frames = batch.frames();
    FloatBuffer states = batch.states();
    FloatBuffer felt = batch.proprioception();
    for (int i = 0; i < clip.frames(); i++) {
      int step = start + i * clip.blockSteps();
      int row = slot * clip.frames() + i;
      frames.put(row * frameBytes, pixels, step * frameBytes, frameBytes);
      copyRows(source.states(), step, states, row, 1, spec.stateSize());
      copyRows(source.proprioception(), step, felt, row, 1, spec.proprioceptionSize());
    }
    int span = clip.span();
    copyRows(source.actions(), start, batch.actions(), slot * span, span, spec.actionSize());
    if (clip.hasGoal()) {
      batch.goalFrames().put(slot * frameBytes, pixels, goal * frameBytes, frameBytes);
      batch.stepsToGoal().put(slot, goal - start);
    }
    batch.place(slot, episode, start);
  }

  private static void copyRows(
      FloatBuffer from, int fromRow, FloatBuffer to, int toRow, int rows, int size) {
    to.put(toRow * size, from, fromRow * size, rows * size);
  }
}
