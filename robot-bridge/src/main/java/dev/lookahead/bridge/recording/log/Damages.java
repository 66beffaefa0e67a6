package dev.lookahead.bridge.recording.log;

import dev.lookahead.bridge.recording.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What was found wrong with a file: each finding once, however often the file is read, and not more
 * of them than a person can use.
 */
public final class Damages implements Consumer<Finding> {

  private static final int MOST = 100;

  private final Set<Finding> findings = new LinkedHashSet<>();

  @Override
  public void accept(Finding finding) {
    if (findings.size() < MOST) {
      findings.add(finding);
    }
  }

  /** A copy of what was found so far. */
  public List<Finding> list() {
    return List.copyOf(findings);
  }
}
