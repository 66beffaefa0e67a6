package dev.lookahead.launch.wiring;

import dev.lookahead.config.ConfigText;
import dev.lookahead.worldmodel.file.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * A hash of everything that a training state depends on, so that a checkpoint continues only its
 * own run. The engine is not part of it: all give the same numbers.
 */
final class RunIdentity {

  private RunIdentity() {}

  /** Over some settings and the content hash of the data. */
  static String of(String dataHash, Record... settings) {
    Sha256 hash = new Sha256();
    for (Record one : settings) {
      hash.add(ConfigText.yaml(one).getBytes(StandardCharsets.UTF_8));
    }
    return hash.add(dataHash.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
