package dev.lookahead.worldmodel.encoder;

import dev.lookahead.worldmodel.checkpoint.Normalizer;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.ParameterSpec.Role;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;
import java.util.Map;

/**
 * An encoder whose every channel, of patch tokens every channel of every place, has zero mean and
 * unit variance over the training frames. A frozen encoder says mostly the same of all frames of
 * one world, where the camera stands still and little moves; what differs is then as large as what
 * does not.
 *
 * <p>Mean and standard deviation are constants among the parameters, {@code standard.mean} and
 * {@code standard.std}.
 *
 * @param encoder what is standardised
 */
public record StandardizedEncoder(VisionEncoder encoder) implements VisionEncoder {

  private static final String MEAN = "standard.mean";
  private static final String STD = "standard.std";

  @Override
  public int frameHeight() {
    return encoder.frameHeight();
  }

  @Override
  public int frameWidth() {
    return encoder.frameWidth();
  }

  @Override
  public int latentWidth() {
    return encoder.latentWidth();
  }

  @Override
  public int latentTokens() {
    return encoder.latentTokens();
  }

  /** Those of the encoder under their own names, then mean and standard deviation. */
  @Override
  public List<ParameterSpec> parameters() {
    Shape shape = Shape.of(latentWidth());
    return Parameters.of()
        .add("", encoder.parameters())
        .add(new ParameterSpec(MEAN, shape, Initializer.zeros(), Role.FROZEN))
        .add(new ParameterSpec(STD, shape, Initializer.ones(), Role.FROZEN))
        .list();
  }

  /**
   * Mean and standard deviation under their names here.
   *
   * @param statistics of the encoder's latents, one axis per channel
   */
  public Map<String, HostTensor> constants(Normalizer statistics) {
    Shape shape = Shape.of(latentWidth());
    return Map.of(
        MEAN, HostTensor.owning(shape, statistics.mean()),
        STD, HostTensor.owning(shape, statistics.std()));
  }

  @Override
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T pixels) {
    T seen = encoder.apply(ops, weights, pixels);
    return ops.div(ops.sub(seen, weights.get(MEAN)), weights.get(STD));
  }
}
