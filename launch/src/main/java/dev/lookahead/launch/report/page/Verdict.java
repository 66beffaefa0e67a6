package dev.lookahead.launch.report.page;

import dev.lookahead.launch.evaluation.EvaluatedProtocol;
import dev.lookahead.launch.evaluation.PolicyRow;
import dev.lookahead.sim.evaluation.EvaluationSummary;
import dev.lookahead.sim.evaluation.SuccessRate;
import java.util.List;
import java.util.stream.Collectors;

/** What came out, in a sentence per set of pairs. */
final class Verdict {

  private Verdict() {}

  /**
   * The sentence about the first set of pairs, which names the policy and what it is up against.
   */
  static String of(EvaluatedProtocol part) {
    EvaluationSummary summary = part.subject().summary();
    SuccessRate ever = summary.ever();
    SuccessRate held = summary.finallyReached();
    return "%s reached %d of %s (%s)%s%s."
        .formatted(
            part.subject().policy(),
            ever.successes(),
            Wording.count(ever.trials(), "goal"),
            Wording.interval(ever),
            held(ever, held),
            compared(part, ever.trials()));
  }

  /** A shorter sentence about a further set of pairs. */
  static String further(EvaluatedProtocol part) {
    EvaluationSummary summary = part.subject().summary();
    SuccessRate ever = summary.ever();
    return "On %s it reached %d (%s)%s%s."
        .formatted(
            Wording.count(ever.trials(), part.pairs() + " pair"),
            ever.successes(),
            Wording.interval(ever),
            held(ever, summary.finallyReached()),
            compared(part, ever.trials()));
  }

  private static String held(SuccessRate ever, SuccessRate held) {
    if (ever.successes() == 0) {
      return "";
    }
    return held.successes() == ever.successes()
        ? " and held " + (ever.successes() == 1 ? "it" : "them all") + " at the end"
        : " and held " + held.successes() + " at the end (" + Wording.interval(held) + ")";
  }

  private static String compared(EvaluatedProtocol part, int trials) {
    List<PolicyRow> others = part.rows().subList(1, part.rows().size());
    return others.stream()
        .map(row -> reaches(row, trials))
        .collect(
            Collectors.collectingAndThen(Collectors.joining(", "), all -> prefixed("; ", all)));
  }

  private static String reaches(PolicyRow row, int trials) {
    SuccessRate ever = row.summary().ever();
    String of = ever.trials() == trials ? "" : " of " + ever.trials();
    return row.policy() + " reaches " + ever.successes() + of;
  }

  private static String prefixed(String prefix, String text) {
    return text.isEmpty() ? "" : prefix + text;
  }
}
