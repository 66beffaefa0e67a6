package dev.lookahead.bridge.runlog;

import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.realtime.LoopTiming;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole run.
 *
 * @param formatVersion of the layout of the log
 * @param about anything that helps to build the same policy again: settings, model, versions
 * @param seed of the policy
 * @param timing the rhythm of the loop
 * @param profile what was safe
 * @param goal the picture to reach; null if there was none
 */
public record LogHeader(
    int formatVersion,
    Map<String, String> about,
    long seed,
    LoopTiming timing,
    ProfileText profile,
    @Nullable SeenLine goal) {

  /** The version written. */
  public static final int FORMAT_VERSION = 2;

  /** Sorts what it is about. */
  public LogHeader {
    about = Collections.unmodifiableMap(new TreeMap<>(about));
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(profile, "profile");
  }

  /** The header of a run that is about to begin. */
  public static LogHeader of(
      Map<String, String> about, long seed, LoopTiming timing, SafetyProfile profile) {
    return new LogHeader(FORMAT_VERSION, about, seed, timing, ProfileText.of(profile), null);
  }

  /** What was safe. */
  public SafetyProfile safetyProfile() {
    return profile.profile();
  }

  /** Where the goal's picture is; empty if there was none. */
  public Optional<SeenLine> goalLine() {
    return Optional.ofNullable(goal);
  }

  LogHeader withGoal(SeenLine line) {
    return new LogHeader(formatVersion, about, seed, timing, profile, line);
  }
}
