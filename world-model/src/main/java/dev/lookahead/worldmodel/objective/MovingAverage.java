package dev.lookahead.worldmodel.objective;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A slow copy of some parameters, which gives a target encoder its weights. The copy is called
 * {@code target.} and the name of the original.
 *
 * @param originals what it follows; empty for no copy
 */
public record MovingAverage(List<ParameterSpec> originals) {

  /** What the names of the copies begin with. */
  public static final String PREFIX = "target.";

  /** Copies the list. */
  public MovingAverage {
    originals = List.copyOf(originals);
  }

  /** Of everything that a target encoder needs, if there is one. */
  public static MovingAverage of(TargetEncoder target, List<ParameterSpec> encoder) {
    return new MovingAverage(target == TargetEncoder.AVERAGED ? encoder : List.of());
  }

  /** The declarations of the copies: never touched by the optimiser. */
  public List<ParameterSpec> parameters() {
    return originals.stream().map(spec -> spec.frozenUnder(PREFIX)).toList();
  }

  /** Which copy follows which parameter. */
  public Map<String, String> follows() {
    Map<String, String> follows = new LinkedHashMap<>();
    originals.forEach(spec -> follows.put(PREFIX + spec.name(), spec.name()));
    return follows;
  }

  /** Drawn parameters with the copies equal to what they follow. */
  public ParameterSet started(ParameterSet drawn) {
    Map<String, HostTensor> copies = new LinkedHashMap<>();
    follows().forEach((copy, original) -> copies.put(copy, drawn.get(original)));
    return drawn.with(copies);
  }

  /** Trained parameters with every original replaced by its copy. */
  public ParameterSet taken(ParameterSet trained) {
    Map<String, HostTensor> replaced = new LinkedHashMap<>();
    follows().forEach((copy, original) -> replaced.put(original, trained.get(copy)));
    return trained.with(replaced);
  }
}
