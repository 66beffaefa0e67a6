package dev.lookahead.launch.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.supervise.OwnProgram;
import dev.lookahead.worldmodel.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The same without Spark: {@code lookahead}, a process for each verb. */
record OneProcess(Path folder) {

  /** Records episodes of Two-Room. */
  Path collect(int episodes) throws Exception {
    Path dataset = folder.resolve("data");
    run(
        "collect",
        "two-room",
        "recipe.episodes=" + episodes,
        "recipe.steps=40",
        "folder=" + dataset);
    return dataset;
  }

  /** The same recording as folders of pictures, one of which is torn. */
  Path withATornPicture(Path dataset, int episode) throws Exception {
    Path pictures = folder.resolve("pictures");
    verb(List.of("data", "convert", dataset.toString(), pictures.toString(), "--to", "folder"));
    try (Stream<Path> folders = Files.list(pictures)) {
      Path torn = folders.filter(Files::isDirectory).sorted().toList().get(episode);
      Files.writeString(torn.resolve("000003.png"), "torn");
    }
    return pictures;
  }

  /** Measures everything. */
  Path rollout(Path dataset, List<String> settings) throws Exception {
    Path into = folder.resolve("one-process");
    List<String> arguments = new ArrayList<>(List.of("two-room", dataset.toString()));
    arguments.addAll(settings);
    arguments.addAll(List.of("--into", into.toString()));
    arguments.add(0, "rollout");
    run(arguments.toArray(String[]::new));
    return into;
  }

  /** Sums a folder up. */
  void merge(Path measured) throws Exception {
    verb(List.of("merge", measured.toString()));
  }

  /** The SHA-256 of every file in a folder and below. */
  static SortedMap<String, String> content(Path measured) throws IOException {
    SortedMap<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(measured)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(measured.relativize(file).toString(), Sha256.ofFile(file));
      }
    }
    return content;
  }

  private void run(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", folder.resolve("runs").toString()));
    verb(all);
  }

  private void verb(List<String> arguments) throws Exception {
    try (RunningProgram program =
        RunningProgram.start(
            folder.resolve("lookahead.log"),
            OwnProgram.command(List.of(), arguments),
            Map.of("OMP_NUM_THREADS", "1"))) {
      assertThat(program.end()).as(program.log()).isZero();
    }
  }
}
