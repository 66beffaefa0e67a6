package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import dev.lookahead.worldmodel.episode.PixelForm;
import dev.lookahead.worldmodel.episode.SignalAxis;
import dev.lookahead.worldmodel.family.EncodeTokens;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.probe.LatentProbes;
import dev.lookahead.worldmodel.probe.NearestNeighboursProbe;
import dev.lookahead.worldmodel.probe.ProbeScore;
import dev.lookahead.worldmodel.probe.RidgeProbe;
import dev.lookahead.worldmodel.statistics.Bootstrap;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What a frozen picture encoder knows of the true state. The linear and the nearest-neighbours
 * probe read the mean of a frame's tokens, the attentive one all of them. Fitted on four of five
 * episodes, scored on the fifth.
 *
 * @param engine what computes
 * @param settings which quantities, and how
 */
public record EncoderProbes(TensorEngine engine, ProbeSettings settings) {

  private static final int BATCH = 32;

  /**
   * Scores every probe on every quantity.
   *
   * @param encoder parameters, the encoder's under {@code encoder.}
   * @param episodes with states
   * @throws DataException if the episodes lack a quantity; names what they have
   * @throws IllegalArgumentException if the encoder takes clips or frames of another size
   */
  public List<ProbeScore> scores(Eye eye, ParameterSet encoder, EpisodeSource episodes) {
    PixelForm form = new PixelForm(1, episodes.spec().frameHeight(), episodes.spec().frameWidth());
    if (!eye.form().equals(form)) {
      throw new IllegalArgumentException(
          "the encoder takes %s, these frames are %s".formatted(eye.form(), form));
    }
    int[] columns = columns(episodes);
    List<double[][]> tokens = new ArrayList<>();
    List<double[][]> quantities = new ArrayList<>();
    EncodeTokens encode = new EncodeTokens(eye.model(), BATCH, 0);
    try (TensorSession session = engine.open(encoder.under(TokenModel.ENCODER), List.of(encode))) {
      for (int number = 0; number < episodes.size(); number++) {
        Episode episode = episodes.episode(number);
        tokens.add(encoded(session, encode, episode));
        quantities.add(states(episode, columns));
      }
    }
    int perFrame = eye.encoder().leadingTokens() + eye.encoder().grid().tokens();
    AttentiveStateProbe attentive =
        AttentiveStateProbe.of(
            engine,
            perFrame,
            eye.encoder().width(),
            settings.epochs(),
            settings.learningRate(),
            settings.seed());
    return new LatentProbes(
            perFrame,
            List.of(new RidgeProbe(true), new NearestNeighboursProbe(settings.neighbours())),
            List.of(attentive),
            new Bootstrap(settings.resamples(), settings.seed()))
        .scores(tokens, quantities, settings.quantities());
  }

  private int[] columns(EpisodeSource episodes) {
    List<String> names = episodes.spec().states().stream().map(SignalAxis::name).toList();
    for (String quantity : settings.quantities()) {
      if (!names.contains(quantity)) {
        throw new DataException(
            episodes.location(),
            "probes are to read %s, the states of these episodes are %s"
                .formatted(settings.quantities(), names));
      }
    }
    return settings.quantities().stream().mapToInt(names::indexOf).toArray();
  }

  private int frames(Episode episode) {
    return (episode.length() + settings.stride() - 1) / settings.stride();
  }

  private double[][] states(Episode episode, int[] columns) {
    int size = episode.spec().stateSize();
    double[][] states = new double[frames(episode)][columns.length];
    for (int i = 0; i < states.length; i++) {
      for (int q = 0; q < columns.length; q++) {
        states[i][q] = episode.states().get(i * settings.stride() * size + columns[q]);
      }
    }
    return states;
  }

  /** All tokens of every chosen frame, [frames][N D]. */
  private double[][] encoded(TensorSession session, EncodeTokens encode, Episode episode) {
    int bytes = episode.spec().frameBytes();
    double[][] rows = new double[frames(episode)][];
    ByteBuffer pixels = ByteBuffer.allocateDirect(BATCH * bytes).order(ByteOrder.nativeOrder());
    DeviceTensor input = session.allocate(encode.inputs().get(0));
    for (int from = 0; from < rows.length; from += BATCH) {
      int count = Math.min(BATCH, rows.length - from);
      for (int i = 0; i < count; i++) {
        int at = (from + i) * settings.stride() * bytes;
        pixels.put(i * bytes, episode.frames(), at, bytes);
      }
      input.write(pixels.clear());
      try (DeviceTensor output = session.run(encode.name(), List.of(input)).get(0)) {
        float[] values = output.toArray();
        int perFrame = values.length / BATCH;
        for (int i = 0; i < count; i++) {
          rows[from + i] = widened(values, i * perFrame, perFrame);
        }
      }
    }
    input.close();
    return rows;
  }

  private static double[] widened(float[] values, int from, int count) {
    double[] row = new double[count];
    for (int i = 0; i < count; i++) {
      row[i] = values[from + i];
    }
    return row;
  }
}
