package dev.lookahead.launch.command.data;

import dev.lookahead.launch.command.LaunchContext;
import dev.lookahead.launch.command.Verb;
import dev.lookahead.launch.data.Conversion;
import dev.lookahead.launch.data.NewRecording;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.Progress;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.launch.wiring.Recordings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A new recording being written, with progress.
 *
 * @param verb what for
 * @param format the name of its form
 * @param target where
 */
record Writing(Verb verb, LaunchContext context, String format, Path target) {

  ExitCode write(Conversion conversion) throws IOException {
    NewRecording recording = new NewRecording(Recordings.formats().named(format), target);
    boolean complete;
    long began = context.nanos().getAsLong();
    try (ProgressView view =
        ProgressView.of("write", context.terminal(), context.output().quiet(), context.nanos())) {
      complete =
          recording.write(
              conversion,
              context.interrupt()::requested,
              done -> {
                double seconds = Math.max(1e-9, (context.nanos().getAsLong() - began) / 1e9);
                view.accept(new Progress(done, conversion.size(), Map.of(), done / seconds));
              });
    }
    verb.say(
        complete ? "%d episodes in %s".formatted(conversion.size(), target) : stopped(recording));
    verb.sayJson(
        Map.of("episodes", conversion.size(), "path", target.toString(), "complete", complete));
    return complete ? ExitCode.OK : ExitCode.INTERRUPTED;
  }

  private static String stopped(NewRecording recording) {
    return recording.resumable()
        ? "stopped; the same command goes on from here"
        : "stopped; nothing was left behind";
  }
}
