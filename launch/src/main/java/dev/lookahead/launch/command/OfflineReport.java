package dev.lookahead.launch.command;

import dev.lookahead.launch.offline.MeasurementFolder;
import dev.lookahead.launch.offline.OfflineFiles;
import dev.lookahead.launch.offline.OfflineResults;
import dev.lookahead.launch.offline.ResultLines;
import dev.lookahead.launch.offline.Verdict;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sums measurements up, writes the files and prints the verdict, as several verbs do. */
record OfflineReport(MeasurementFolder measured) {

  void write(Verb verb) throws IOException {
    OfflineResults results = OfflineResults.of(measured);
    Verdict verdict = Verdict.of(results);
    OfflineFiles.write(measured.path(), results, verdict);
    ResultLines.of(results, verdict).forEach(verb::say);
    verb.say("");
    verb.say("results  " + measured.path());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("folder", measured.path().toString());
    json.put("trustedSteps", results.trustedSteps());
    json.put("verdict", verdict);
    json.put("results", results);
    verb.sayJson(json);
  }
}
