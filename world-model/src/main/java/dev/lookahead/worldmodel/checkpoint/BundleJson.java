package dev.lookahead.worldmodel.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lookahead.worldmodel.WorldModelSpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The text of {@code bundle.json}.
 *
 * @param formatVersion the version of this layout
 * @param weightsSha256 of {@code model.safetensors}
 * @param framePeriodNanos zero if nobody wrote it down
 */
record BundleJson(
    int formatVersion,
    String weightsSha256,
    JsonNode model,
    WorldModelSpec spec,
    long framePeriodNanos,
    Statistics action,
    Statistics proprioception,
    Statistics pixel,
    Origin provenance) {

  static final int FORMAT_VERSION = 2;

  /** Brings a description of the first version, which knew no period of frames, to this one. */
  static void upgrade(ObjectNode first) {
    first.put("framePeriodNanos", 0L);
  }

  /** One normalizer. */
  record Statistics(List<Float> mean, List<Float> std) {

    static Statistics of(Normalizer normalizer) {
      return new Statistics(list(normalizer.mean()), list(normalizer.std()));
    }

    Normalizer toNormalizer() {
      return new Normalizer(array(mean), array(std));
    }

    private static List<Float> list(float[] values) {
      Float[] boxed = new Float[values.length];
      for (int i = 0; i < values.length; i++) {
        boxed[i] = values[i];
      }
      return List.of(boxed);
    }

    private static float[] array(List<Float> values) {
      float[] array = new float[values.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = values.get(i);
      }
      return array;
    }
  }

  /** A provenance whose instant is text, ISO 8601 in UTC. */
  record Origin(
      String dataHash,
      String dataDescription,
      long seed,
      String sourceCommit,
      Map<String, String> versions,
      long steps,
      double wallSeconds,
      Map<String, Double> metrics,
      String created) {

    static Origin of(Provenance provenance) {
      return new Origin(
          provenance.dataHash(),
          provenance.dataDescription(),
          provenance.seed(),
          provenance.sourceCommit(),
          provenance.versions(),
          provenance.steps(),
          provenance.wallSeconds(),
          provenance.metrics(),
          provenance.created().toString());
    }

    Provenance toProvenance() {
      return new Provenance(
          dataHash,
          dataDescription,
          seed,
          sourceCommit,
          versions,
          steps,
          wallSeconds,
          metrics,
          Instant.parse(created));
    }
  }

  static BundleJson of(BundleManifest manifest, String weightsSha256) {
    Normalizers normalizers = manifest.normalizers();
    return new BundleJson(
        FORMAT_VERSION,
        weightsSha256,
        manifest.model(),
        manifest.spec(),
        manifest.framePeriodNanos().orElse(0),
        Statistics.of(normalizers.action()),
        Statistics.of(normalizers.proprioception()),
        Statistics.of(normalizers.pixel()),
        Origin.of(manifest.provenance()));
  }

  /**
   * The manifest this text describes.
   *
   * @throws IllegalArgumentException if its values contradict each other
   */
  BundleManifest toManifest() {
    try {
      return new BundleManifest(
          model,
          spec,
          framePeriodNanos == 0 ? OptionalLong.empty() : OptionalLong.of(framePeriodNanos),
          new Normalizers(
              action.toNormalizer(), proprioception.toNormalizer(), pixel.toNormalizer()),
          provenance.toProvenance());
    } catch (DateTimeException | NullPointerException malformed) {
      throw new IllegalArgumentException(
          "not the values it should hold: " + malformed.getMessage(), malformed);
    }
  }
}
