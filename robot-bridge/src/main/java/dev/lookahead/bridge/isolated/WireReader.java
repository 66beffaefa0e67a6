package dev.lookahead.bridge.isolated;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.mpc.SubgoalEvent;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bytes of {@link WireWriter} as a message. Nothing is allocated that the bytes at hand do not pay
 * for.
 */
final class WireReader {

  static final int MOST_TEXT_BYTES = 8_192;

  /** The least bytes of a frame: width, height, stamp, one pixel. */
  private static final int LEAST_FRAME_BYTES = 19;

  private final ByteBuffer in;

  private WireReader(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  /**
   * The message.
   *
   * @throws WireException if it is none, or more
   */
  static PlannerMessage message(byte[] bytes) throws WireException {
    WireReader reader = new WireReader(bytes);
    try {
      PlannerMessage message = reader.message();
      if (reader.in.hasRemaining()) {
        throw new WireException(
            "a message ends with its last component, %d bytes follow %s"
                .formatted(reader.in.remaining(), message.getClass().getSimpleName()));
      }
      return message;
    } catch (BufferUnderflowException | IllegalArgumentException wrong) {
      throw new WireException("a message is incomplete or out of range: " + wrong.getMessage());
    }
  }

  private PlannerMessage message() throws WireException {
    return switch (MessageKind.of(in.get())) {
      case HELLO -> new PlannerMessage.Hello(in.getInt(), text());
      case READY -> new PlannerMessage.Ready(in.getInt(), in.getLong(), truth());
      case HEARTBEAT -> new PlannerMessage.Heartbeat();
      case IMPROVED -> new PlannerMessage.Improved(in.getLong(), foresight());
      case PLANNED -> new PlannerMessage.Planned(in.getFloat(), in.getFloat(), in.getLong());
      case BEGUN -> new PlannerMessage.Progress(new SubgoalEvent.Begun(in.getInt(), in.getInt()));
      case REACHED ->
          new PlannerMessage.Progress(
              new SubgoalEvent.Reached(in.getInt(), in.getInt(), in.getFloat()));
      case GIVEN_UP ->
          new PlannerMessage.Progress(new SubgoalEvent.GivenUp(in.getInt(), in.getInt()));
      case ANSWER -> new PlannerMessage.Answer(in.getLong(), action(), foresight());
      case FAILED -> new PlannerMessage.Failed(in.getLong(), text());
      case WARM_UP -> new PlannerMessage.WarmUp(observation());
      case STEP ->
          new PlannerMessage.Step(
              in.getLong(), action(), goals(), truth(), truth(), truth(), observation());
    };
  }

  private boolean truth() throws WireException {
    byte value = in.get();
    if (value != 0 && value != 1) {
      throw new WireException("a truth value is 0 or 1, found " + value);
    }
    return value == 1;
  }

  /** A count of things of which each takes at least so many of the bytes that follow. */
  private int count(String what, int bytesEach) throws WireException {
    int count = in.getInt();
    if (count < 0 || (long) count * bytesEach > in.remaining()) {
      throw new WireException(
          "%d %s of %d bytes or more do not fit into the %d bytes that follow"
              .formatted(count, what, bytesEach, in.remaining()));
    }
    return count;
  }

  private String text() throws WireException {
    int length = count("characters", 1);
    if (length > MOST_TEXT_BYTES) {
      throw new WireException(
          "a text has at most %d bytes, found %d".formatted(MOST_TEXT_BYTES, length));
    }
    byte[] utf8 = new byte[length];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private float[] floats() throws WireException {
    float[] values = new float[count("numbers", Float.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat(in.getInt());
    }
    return values;
  }

  private Optional<Action> action() throws WireException {
    return truth() ? Optional.of(new Action(floats())) : Optional.empty();
  }

  private Foresight foresight() throws WireException {
    Optional<ActionSequence> actions = truth() ? Optional.of(sequence()) : Optional.empty();
    return new Foresight(actions, in.getFloat(), in.getInt());
  }

  private ActionSequence sequence() throws WireException {
    int steps = in.getInt();
    float[] values = floats();
    if (steps < 1 || values.length % steps != 0) {
      throw new WireException(
          "%d numbers are no sequence of %d actions".formatted(values.length, steps));
    }
    return new ActionSequence(steps, values.length / steps, values);
  }

  private Optional<List<Goal>> goals() throws WireException {
    if (!truth()) {
      return Optional.empty();
    }
    int count = count("goals", LEAST_FRAME_BYTES);
    List<Goal> goals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      goals.add(new Goal(frame()));
    }
    return Optional.of(goals);
  }

  private Observation observation() throws WireException {
    CameraFrame frame = frame();
    return new Observation(frame, new Proprioception(floats()));
  }

  private CameraFrame frame() throws WireException {
    int width = in.getInt();
    int height = in.getInt();
    long stampNanos = in.getLong();
    boolean fits =
        width > 0 && height > 0 && width <= in.remaining() && height <= in.remaining() / width / 3;
    if (!fits) {
      throw new WireException(
          "a frame of %dx%d pixels does not fit into the %d bytes that follow"
              .formatted(width, height, in.remaining()));
    }
    byte[] rgb = new byte[width * height * 3];
    in.get(rgb);
    return new CameraFrame(width, height, rgb, stampNanos);
  }
}
