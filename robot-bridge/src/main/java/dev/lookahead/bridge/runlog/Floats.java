package dev.lookahead.bridge.runlog;

import dev.lookahead.worldmodel.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Vectors as lists, which is how they are written. */
final class Floats {

  private Floats() {}

  static List<Float> of(float[] values) {
    List<Float> list = new ArrayList<>(values.length);
    for (float value : values) {
      list.add(value);
    }
    return list;
  }

  static List<Float> of(Action action) {
    return of(action.toArray());
  }

  static @Nullable List<Float> of(Optional<Action> action) {
    return action.map(Floats::of).orElse(null);
  }

  static float[] array(List<Float> list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i);
    }
    return values;
  }

  static Action action(List<Float> list) {
    return new Action(array(list));
  }

  static Optional<Action> optional(@Nullable List<Float> list) {
    return Optional.ofNullable(list).map(Floats::action);
  }
}
