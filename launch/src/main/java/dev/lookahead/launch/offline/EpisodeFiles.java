package dev.lookahead.launch.offline;

import dev.lookahead.worldmodel.file.VersionedJson;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What measuring one episode leaves behind: its measurement, the latents kept of it and a sheet of
 * their frames, or the reason why there is none. A pure function of model, recording and settings,
 * whichever process made it.
 */
public final class EpisodeFiles {

  private static final String NAMES =
      "episode-\\d{6,}(\\.json|\\.png|\\.latents|\\.refused\\.json)";

  private final Map<String, byte[]> contents;

  private EpisodeFiles(Map<String, byte[]> contents) {
    this.contents = contents;
  }

  /**
   * The files with these contents, as {@link #contents()} gave them.
   *
   * @throws IllegalArgumentException if one has a name that no episode has
   */
  public static EpisodeFiles of(Map<String, byte[]> contents) {
    for (String name : contents.keySet()) {
      if (!name.matches(NAMES)) {
        throw new IllegalArgumentException(
            "a file of an episode is called like episode-000123.json, got '%s'".formatted(name));
      }
    }
    return new EpisodeFiles(new LinkedHashMap<>(contents));
  }

  /**
   * The files of an episode that was measured.
   *
   * @param sheet the PNG of its frames
   */
  static EpisodeFiles of(MeasuredEpisode episode, byte[] sheet) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put(sheet(episode.rollouts().episode()), sheet);
    contents.put(
        latents(episode.rollouts().episode()), KeptLatents.bytes(episode.rollouts().latents()));
    contents.put(
        measurement(episode.rollouts().episode()), VersionedJson.bytes(episode.described()));
    return new EpisodeFiles(contents);
  }

  /** The file of an episode that was refused. */
  static EpisodeFiles of(RefusedEpisode episode) {
    return new EpisodeFiles(Map.of(refusal(episode.episode()), VersionedJson.bytes(episode)));
  }

  static String measurement(int episode) {
    return "episode-%06d.json".formatted(episode);
  }

  static String sheet(int episode) {
    return "episode-%06d.png".formatted(episode);
  }

  static String latents(int episode) {
    return "episode-%06d.latents".formatted(episode);
  }

  static String refusal(int episode) {
    return "episode-%06d.refused.json".formatted(episode);
  }

  /**
   * The files by name, in the order in which they are to be written: when the last is there, all
   * are. The arrays are the files' own and must not be written to.
   */
  public Map<String, byte[]> contents() {
    return Collections.unmodifiableMap(contents);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EpisodeFiles that && byContent().equals(that.byContent());
  }

  @Override
  public int hashCode() {
    return byContent().hashCode();
  }

  @Override
  public String toString() {
    return "EpisodeFiles" + contents.keySet();
  }

  /** The contents in a form that compares by content. */
  private Map<String, ByteBuffer> byContent() {
    return contents.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> ByteBuffer.wrap(e.getValue())));
  }
}
