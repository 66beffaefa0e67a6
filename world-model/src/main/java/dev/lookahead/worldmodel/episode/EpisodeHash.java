package dev.lookahead.worldmodel.episode;

import dev.lookahead.worldmodel.file.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Fingerprints of recordings, whatever form they have. */
public final class EpisodeHash {

  private EpisodeHash() {}

  /** Over the specification and the lengths of all episodes: reads no pixels. */
  public static String outline(EpisodeSource source) {
    Sha256 hash = new Sha256().add(source.spec().toString().getBytes(StandardCharsets.UTF_8));
    for (int number = 0; number < source.size(); number++) {
      hash.add(source.length(number));
    }
    return hash.hex();
  }

  /** Over everything in an episode. */
  public static String of(Episode episode) {
    ByteBuffer stamps = ByteBuffer.allocate(episode.length() * Long.BYTES);
    stamps.asLongBuffer().put(episode.stampsNanos());
    ByteBuffer actions = ByteBuffer.allocate(episode.actions().remaining() * Float.BYTES);
    actions.asFloatBuffer().put(episode.actions());
    ByteBuffer states = ByteBuffer.allocate(episode.states().remaining() * Float.BYTES);
    states.asFloatBuffer().put(episode.states());
    ByteBuffer felt = ByteBuffer.allocate(episode.proprioception().remaining() * Float.BYTES);
    felt.asFloatBuffer().put(episode.proprioception());
    return new Sha256().add(stamps).add(actions).add(states).add(felt).add(episode.frames()).hex();
  }
}
