package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.FrameLatents;
import dev.lookahead.worldmodel.episode.FrameLatentsKey;
import dev.lookahead.worldmodel.episode.FrameLatentsWriter;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.See;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Encodes every frame of a dataset once, for training on a frozen encoder. What is there already is
 * kept, so that a cache that was interrupted goes on where it stopped.
 *
 * @param engine what computes
 * @param jepa whose encoder
 * @param encoder its parameters, at least {@link Jepa#visionParameters}
 * @param folder for the caches of all encoders and datasets
 */
public record LatentCache(TensorEngine engine, Jepa jepa, ParameterSet encoder, Path folder) {

  private static final int BATCH = 64;

  /**
   * The latents of a dataset.
   *
   * @param encoderHash names the encoder
   * @param stop asked after every episode
   * @param progress is told how many episodes are there
   * @return nothing if it was stopped
   * @throws IOException if the disk refuses
   */
  public Optional<FrameLatents> of(
      EpisodeDataset dataset, String encoderHash, BooleanSupplier stop, IntConsumer progress)
      throws IOException {
    FrameLatentsKey key =
        new FrameLatentsKey(encoderHash, dataset.contentHash(), jepa.config().goalWidth());
    Path own = folder.resolve(key.folder());
    try (FrameLatentsWriter writer = new FrameLatentsWriter(own, key, dataset)) {
      if (writer.next() < dataset.size() && !fill(writer, dataset, stop, progress)) {
        return Optional.empty();
      }
    }
    return Optional.of(FrameLatents.open(own, key, dataset));
  }

  private boolean fill(
      FrameLatentsWriter writer, EpisodeDataset dataset, BooleanSupplier stop, IntConsumer progress)
      throws IOException {
    See see = new See(jepa, BATCH);
    try (TensorSession session = engine.open(encoder, List.of(see))) {
      DeviceTensor input = session.allocate(see.inputs().get(0));
      ByteBuffer batch =
          ByteBuffer.allocateDirect(see.inputs().get(0).shape().count())
              .order(ByteOrder.nativeOrder());
      while (writer.next() < dataset.size()) {
        writer.append(encode(session, input, batch, dataset.episode(writer.next())));
        progress.accept(writer.next());
        if (stop.getAsBoolean()) {
          writer.commit();
          return writer.next() == dataset.size();
        }
      }
    }
    writer.commit();
    return true;
  }

  private float[] encode(
      TensorSession session, DeviceTensor input, ByteBuffer batch, Episode episode) {
    int width = jepa.config().goalWidth();
    int frameBytes = batch.capacity() / BATCH;
    ByteBuffer frames = episode.frames();
    float[] latents = new float[Math.multiplyExact(episode.length(), width)];
    float[] encoded = new float[BATCH * width];
    for (int at = 0; at < episode.length(); at += BATCH) {
      int count = Math.min(BATCH, episode.length() - at);
      batch.clear();
      batch.put(0, frames, at * frameBytes, count * frameBytes);
      input.write(batch);
      try (DeviceTensor output = session.run(See.NAME, List.of(input)).get(0)) {
        output.read(encoded);
      }
      System.arraycopy(encoded, 0, latents, at * width, count * width);
    }
    return latents;
  }
}
