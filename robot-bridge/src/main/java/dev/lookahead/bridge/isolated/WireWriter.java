package dev.lookahead.bridge.isolated;

import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.mpc.SubgoalEvent;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A message as bytes: its kind, then its components in order, big-endian. Counts are int32, truth
 * values and presence one byte, text UTF-8 after its byte count, a frame width, height, stamp and
 * [height, width, 3] bytes.
 */
final class WireWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private WireWriter() {}

  /** The bytes of a message, without its length. */
  static byte[] bytes(PlannerMessage message) {
    WireWriter writer = new WireWriter();
    try {
      writer.write(message);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return writer.bytes.toByteArray();
  }

  private void write(PlannerMessage message) throws IOException {
    if (message instanceof PlannerMessage.Step step) {
      write(step);
    } else if (message instanceof PlannerMessage.WarmUp warmUp) {
      kind(MessageKind.WARM_UP);
      observation(warmUp.seen());
    } else if (message instanceof PlannerMessage.Answer answer) {
      kind(MessageKind.ANSWER);
      out.writeLong(answer.serial());
      action(answer.wanted());
      foresight(answer.foresight());
    } else if (message instanceof PlannerMessage.Improved improved) {
      kind(MessageKind.IMPROVED);
      out.writeLong(improved.serial());
      foresight(improved.foresight());
    } else if (message instanceof PlannerMessage.Planned planned) {
      kind(MessageKind.PLANNED);
      out.writeFloat(planned.currentDistance());
      out.writeFloat(planned.cost());
      out.writeLong(planned.totalNanos());
    } else if (message instanceof PlannerMessage.Progress progress) {
      progress(progress.event());
    } else if (message instanceof PlannerMessage.Failed failed) {
      kind(MessageKind.FAILED);
      out.writeLong(failed.serial());
      text(failed.cause());
    } else if (message instanceof PlannerMessage.Ready ready) {
      kind(MessageKind.READY);
      out.writeInt(ready.plans());
      out.writeLong(ready.nanos());
      out.writeBoolean(ready.inTime());
    } else if (message instanceof PlannerMessage.Hello hello) {
      kind(MessageKind.HELLO);
      out.writeInt(hello.version());
      text(hello.modelHash());
    } else {
      kind(MessageKind.HEARTBEAT);
    }
  }

  private void write(PlannerMessage.Step step) throws IOException {
    kind(MessageKind.STEP);
    out.writeLong(step.serial());
    action(step.executed());
    out.writeBoolean(step.goals().isPresent());
    if (step.goals().isPresent()) {
      List<Goal> goals = step.goals().get();
      out.writeInt(goals.size());
      for (Goal goal : goals) {
        frame(goal.image());
      }
    }
    out.writeBoolean(step.forget());
    out.writeBoolean(step.interrupt());
    out.writeBoolean(step.asked());
    observation(step.seen());
  }

  private void progress(SubgoalEvent event) throws IOException {
    if (event instanceof SubgoalEvent.Begun begun) {
      place(MessageKind.BEGUN, begun.index(), begun.of());
    } else if (event instanceof SubgoalEvent.GivenUp givenUp) {
      place(MessageKind.GIVEN_UP, givenUp.index(), givenUp.of());
    } else if (event instanceof SubgoalEvent.Reached reached) {
      place(MessageKind.REACHED, reached.index(), reached.of());
      out.writeFloat(reached.distance());
    }
  }

  private void place(MessageKind kind, int index, int of) throws IOException {
    kind(kind);
    out.writeInt(index);
    out.writeInt(of);
  }

  private void kind(MessageKind kind) throws IOException {
    out.writeByte(kind.code());
  }

  private void text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(utf8.length, WireReader.MOST_TEXT_BYTES);
    out.writeInt(length);
    out.write(utf8, 0, length);
  }

  private void floats(float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      // Raw bits: also what is no number arrives as it was.
      out.writeInt(Float.floatToRawIntBits(value));
    }
  }

  private void action(Optional<Action> action) throws IOException {
    out.writeBoolean(action.isPresent());
    if (action.isPresent()) {
      floats(action.get().toArray());
    }
  }

  private void foresight(Foresight foresight) throws IOException {
    out.writeBoolean(foresight.actions().isPresent());
    if (foresight.actions().isPresent()) {
      out.writeInt(foresight.actions().get().steps());
      floats(foresight.actions().get().toArray());
    }
    out.writeFloat(foresight.cost());
    out.writeInt(foresight.iterations());
  }

  private void observation(Observation seen) throws IOException {
    frame(seen.frame());
    floats(seen.proprioception().toArray());
  }

  private void frame(CameraFrame frame) throws IOException {
    out.writeInt(frame.width());
    out.writeInt(frame.height());
    out.writeLong(frame.stampNanos());
    byte[] rgb = new byte[frame.width() * frame.height() * 3];
    frame.rgb().get(rgb);
    out.write(rgb);
  }
}
