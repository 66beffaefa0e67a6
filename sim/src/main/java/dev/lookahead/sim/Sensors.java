package dev.lookahead.sim;

import java.util.HashSet;
import java.util.List;

/**
 * What a simulated robot senses: a camera, and chosen components of its own state.
 *
 * @param frameSize the camera's frame size
 * @param proprioception names of the state axes it feels, in this order, each once; empty for a
 *     robot that only sees
 */
public record Sensors(FrameSize frameSize, List<String> proprioception) {

  /** Copies the names and refuses one that is listed twice. */
  public Sensors {
    proprioception = List.copyOf(proprioception);
    if (new HashSet<>(proprioception).size() != proprioception.size()) {
      throw new IllegalArgumentException(
          "proprioception lists each state axis once, got " + proprioception);
    }
  }

  /** A 64x64 camera and nothing else. */
  public static Sensors defaults() {
    return new Sensors(FrameSize.square(64), List.of());
  }

  /**
   * Where the felt axes are in a state vector.
   *
   * @throws IllegalArgumentException if a name is not an axis
   */
  public int[] indices(List<StateAxis> axes) {
    List<String> names = axes.stream().map(StateAxis::name).toList();
    return proprioception.stream()
        .mapToInt(
            name -> {
              int index = names.indexOf(name);
              if (index < 0) {
                throw new IllegalArgumentException(
                    "proprioception can be " + names + " in this world, got '" + name + "'");
              }
              return index;
            })
        .toArray();
  }
}
