package dev.lookahead.launch.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressViewTest {

  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong now = new AtomicLong();

  @Test
  void aLogGetsALineAtTheStartEveryFiveSecondsAndAtTheEnd() {
    try (ProgressView view = view(false, false)) {
      for (int step = 0; step <= 12; step++) {
        view.accept(new Progress(step, 12, Map.of("loss", 0.25), 1));
        now.addAndGet(SECOND);
      }
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "train  0/12 (0%)  loss 0.2500  1.0/s  0:12 left",
            "train  5/12 (41%)  loss 0.2500  1.0/s  0:07 left",
            "train  10/12 (83%)  loss 0.2500  1.0/s  0:02 left",
            "train  12/12 (100%)  loss 0.2500  1.0/s  0:00 left");
  }

  @Test
  void aTerminalGetsABarWithTheLastMetrics() {
    try (ProgressView view = view(true, false)) {
      view.accept(new Progress(12, 12, Map.of("loss", 0.25), 1));
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("100%").contains("loss 0.2500");
  }

  @Test
  void quietShowsNothing() {
    try (ProgressView view = view(true, true)) {
      view.accept(new Progress(1, 12, Map.of(), 0));
    }

    assertThat(bytes.size()).isZero();
  }

  @Test
  void metricsKeepTheirOrderAndStayShort() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss", 12.34567);
    metrics.put("rate", 1e-5);
    metrics.put("bad", Double.NaN);

    assertThat(ProgressView.describe(metrics)).isEqualTo("loss 12.35  rate 1.00e-05  bad NaN");
  }

  private ProgressView view(boolean interactive, boolean quiet) {
    Terminal terminal = new Terminal(stream, stream, interactive, false);
    return ProgressView.of("train", terminal, quiet, now::get);
  }
}
