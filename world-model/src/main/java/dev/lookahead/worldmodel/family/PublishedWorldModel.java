package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.checkpoint.BundleManifest;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.checkpoint.Normalizer;
import dev.lookahead.worldmodel.checkpoint.Normalizers;
import dev.lookahead.worldmodel.checkpoint.Provenance;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.jepa.JepaConfigJson;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.tensor.HostTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A published world model in our terms, ready to become a bundle a planner can use. Weights are
 * read when they are asked for.
 */
public final class PublishedWorldModel {

  private final JepaConfig config;
  private final OptionalLong framePeriodNanos;
  private final Function<String, HostTensor> weights;
  private final Origin origin;

  /**
   * @param framePeriodNanos between the frames it was trained on, if that is known
   * @param weights of the world model by the names they have there
   */
  public PublishedWorldModel(
      JepaConfig config,
      OptionalLong framePeriodNanos,
      Function<String, HostTensor> weights,
      Origin origin) {
    this.config = config;
    this.framePeriodNanos = framePeriodNanos;
    this.weights = weights;
    this.origin = origin;
  }

  /** What says where weights come from. */
  @FunctionalInterface
  public interface Origin {

    /**
     * Says it.
     *
     * @param sourceCommit the commit of this program
     * @param versions of what took part
     * @param now the time of day
     * @throws IOException if what was published cannot be read
     */
    Provenance provenance(String sourceCommit, Map<String, String> versions, Instant now)
        throws IOException;
  }

  /** What it is made of. */
  public JepaConfig config() {
    return config;
  }

  /** The number of scalars that were learned. */
  public long parameterCount() {
    return new Jepa(config).parameters().stream().mapToLong(spec -> spec.shape().count()).sum();
  }

  /**
   * Writes it as a bundle; of the weights one tensor at a time is held.
   *
   * @param sourceCommit the commit of this program
   * @param versions of what took part
   * @param now the time of day
   * @throws IOException if the disk refuses, or if something that is no bundle lies there
   */
  public void write(Path bundle, String sourceCommit, Map<String, String> versions, Instant now)
      throws IOException {
    Standardizer actions = config.actions().standardizer();
    Normalizers normalizers =
        new Normalizers(
            Normalizer.of(actions.mean(), actions.std()),
            Normalizer.identity(config.spec().proprioceptionSize()),
            Normalizer.of(config.pixels().mean(), config.pixels().std()));
    BundleManifest manifest =
        new BundleManifest(
            JepaConfigJson.write(config),
            config.spec(),
            framePeriodNanos,
            normalizers,
            origin.provenance(sourceCommit, versions, now));
    ModelBundle.write(bundle, manifest, new Jepa(config).parameters(), weights);
  }
}
