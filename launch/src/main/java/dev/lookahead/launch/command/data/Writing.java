package dev.lookahead.launch.command.data;

import dev.lookahead.launch.command.LaunchContext;
import dev.lookahead.launch.command.Verb;
import dev.lookahead.launch.data.Conversion;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.Progress;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.launch.wiring.Recordings;
import dev.lookahead.worldmodel.episode.EpisodeSink;
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
    boolean complete;
    long began = context.nanos().getAsLong();
    try (EpisodeSink sink =
            Recordings.formats().named(format).create(target, conversion.sources().get(0).spec());
        ProgressView view =
            ProgressView.of(
                "write", context.terminal(), context.output().quiet(), context.nanos())) {
      complete =
          conversion.into(
              sink,
              context.interrupt()::requested,
              done -> {
                double seconds = Math.max(1e-9, (context.nanos().getAsLong() - began) / 1e9);
                view.accept(new Progress(done, conversion.size(), Map.of(), done / seconds));
              });
    }
    String result =
        complete
            ? "%d episodes in %s".formatted(conversion.size(), target)
            : "stopped; what " + target + " has is not complete";
    verb.say(result);
    verb.sayJson(
        Map.of("episodes", conversion.size(), "path", target.toString(), "complete", complete));
    return complete ? ExitCode.OK : ExitCode.INTERRUPTED;
  }
}
