package dev.lookahead.worldmodel.masking;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The counts of all views of a step: what a traced program must know about masks. Every sample of a
 * step has the same.
 *
 * @param views in order, at least one
 */
public record MaskSignature(List<MaskCounts> views) {

  /** Copies the list. */
  public MaskSignature {
    views = List.copyOf(views);
    if (views.isEmpty()) {
      throw new IllegalArgumentException("a signature has at least one view, got none");
    }
  }

  /** A name for a program: letters, digits and underscores. */
  public String label() {
    return views.stream()
        .map(v -> "%d_%dx%d".formatted(v.context(), v.blocks(), v.perBlock()))
        .collect(Collectors.joining("_"));
  }
}
