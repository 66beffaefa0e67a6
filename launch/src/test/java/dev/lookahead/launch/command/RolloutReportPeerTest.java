package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lookahead.launch.SmallMeasurement;
import dev.lookahead.launch.terminal.ExitCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import picocli.CommandLine;

/** The pages of measurements in a real browser, of a recording whose name is hostile. */
class RolloutReportPeerTest {

  private static final String HOSTILE = "<img src=x onerror=console.log(1)>&\"'";

  @TempDir Path temporary;
  private final RecordedContext recorded = new RecordedContext();
  private Path measured = Path.of("");

  @BeforeEach
  void measure() throws Exception {
    Path dataset = temporary.resolve(HOSTILE);
    measured = temporary.resolve("measured");
    call(
        new CollectCommand(recorded.context()),
        "two-room",
        "recipe.episodes=6",
        "recipe.steps=40",
        "folder=" + dataset);
    List<String> rollout = new ArrayList<>(List.of("two-room", dataset.toString()));
    rollout.addAll(SmallMeasurement.SETTINGS);
    rollout.addAll(List.of("--into", measured.toString()));
    call(new RolloutCommand(recorded.context()), rollout.toArray(String[]::new));
  }

  private void call(Verb verb, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", temporary.resolve("runs").toString()));
    new CommandLine(verb).parseArgs(all.toArray(String[]::new));
    assertThat(verb.call()).isEqualTo(ExitCode.OK.code());
  }

  @Test
  void theReportOpensWithoutAnErrorAndShowsItsFilms() throws Exception {
    Path report = measured.resolve("report.html");
    Document page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(withoutDoctype(report)));
    assertThat(page.getElementsByTagName("img").getLength()).as("the name is text").isZero();
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("article").getLength()).as("films").isEqualTo(6);
    assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
        .isEqualTo("two-room on " + HOSTILE);
    assertThat(Files.readString(report)).doesNotContain("http:", "https:", "url(", "@import");
    assertThat(measured.resolve("plots"))
        .isDirectoryContaining(file -> file.endsWith("drift.png"))
        .isDirectoryContaining(file -> file.endsWith("film-000000.png"));
    assertLooksLikeAPage(report);
  }

  @Test
  void theComparisonOpensWithoutAnError() throws Exception {
    Path page = temporary.resolve("comparison.html");
    CompareCommand compare = new CompareCommand(recorded.context());
    new CommandLine(compare)
        .parseArgs(measured.toString(), measured.toString(), "--out", page.toString());
    assertThat(compare.call()).isEqualTo(ExitCode.OK.code());
    assertThat(Files.readString(page)).contains("Neither model is better");
    assertLooksLikeAPage(page);
  }

  /** A data type of HTML is no part of XML that a parser could find. */
  private static byte[] withoutDoctype(Path page) throws IOException {
    return Files.readString(page)
        .replaceFirst("<!DOCTYPE html>", "")
        .strip()
        .getBytes(StandardCharsets.UTF_8);
  }

  private void assertLooksLikeAPage(Path page) throws Exception {
    Optional<Path> chromium = chromium();
    assumeTrue(chromium.isPresent(), "there is no chromium here; apt-get install chromium");
    Path shot = temporary.resolve("shot.png");
    Path log = temporary.resolve("chromium.log");
    Process browser =
        new ProcessBuilder(
                chromium.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--enable-logging=stderr",
                "--user-data-dir=" + temporary.resolve("profile"),
                "--window-size=1280,3000",
                "--screenshot=" + shot,
                page.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(browser.waitFor(120, TimeUnit.SECONDS)).as("chromium ends").isTrue();
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly().waitFor();
    }
    assertThat(Files.readString(log)).doesNotContain(":CONSOLE");
    BufferedImage seen = ImageIO.read(shot.toFile());
    assertThat(seen.getWidth()).isEqualTo(1280);
    long colors =
        Stream.iterate(0, i -> i < 1280 * 3000, i -> i + 7)
            .map(i -> seen.getRGB(i % 1280, i / 1280))
            .distinct()
            .limit(100)
            .count();
    assertThat(colors).as("colours on the page").isEqualTo(100);
  }

  private static Optional<Path> chromium() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> Stream.of("chromium", "google-chrome").map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
