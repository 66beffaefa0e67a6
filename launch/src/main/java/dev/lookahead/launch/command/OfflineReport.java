package dev.lookahead.launch.command;

import dev.lookahead.launch.offline.MeasurementFolder;
import dev.lookahead.launch.offline.OfflineFiles;
import dev.lookahead.launch.offline.OfflineResults;
import dev.lookahead.launch.offline.ResultLines;
import dev.lookahead.launch.offline.Verdict;
import dev.lookahead.launch.offline.page.ReportFiles;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.checkpoint.ModelTrust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sums measurements up, writes the files and prints the verdict, as several verbs do. */
record OfflineReport(MeasurementFolder measured) {

  /**
   * Does that.
   *
   * @param bundle the model's own directory, which learns how far it can be trusted; none if it is
   *     a bundled one
   */
  void write(Verb verb, Optional<Path> bundle) throws IOException {
    OfflineResults results = OfflineResults.of(measured);
    Verdict verdict = Verdict.of(results);
    OfflineFiles.write(measured.path(), results, verdict);
    ReportFiles.write(measured, results, verdict);
    if (bundle.isPresent()) {
      ModelBundle model = ModelBundle.open(bundle.get());
      results.requireModel(model);
      Optional<ModelTrust.Horizon> trust = results.trust();
      if (trust.isPresent()) {
        model.trust(trust.get());
      }
    }
    ResultLines.of(results, verdict).forEach(verb::say);
    verb.say("");
    verb.say("results  " + measured.path());
    verb.say("report   " + measured.path().resolve(ReportFiles.PAGE));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("folder", measured.path().toString());
    json.put("trustedSteps", results.trustedSteps());
    json.put("verdict", verdict);
    json.put("results", results);
    verb.sayJson(json);
  }
}
