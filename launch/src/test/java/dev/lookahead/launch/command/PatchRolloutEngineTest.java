package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.launch.FolderContent;
import dev.lookahead.launch.SmallMeasurement;
import dev.lookahead.launch.TinyPatches;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.worldmodel.episode.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A model whose latents are patch tokens, measured. */
class PatchRolloutEngineTest {

  @TempDir Path folder;
  private final RecordedContext recorded = new RecordedContext();
  private Path model = Path.of("");

  @BeforeEach
  void train() throws Exception {
    TinyPatches.prepare(folder);
    model = TinyPatches.train(folder);
  }

  private void rollout(Path into, String share) throws Exception {
    List<String> all =
        new ArrayList<>(List.of(model.toString(), folder.resolve("data").toString()));
    all.addAll(SmallMeasurement.SETTINGS);
    all.addAll(List.of("--into", into.toString(), "--shard", share));
    all.addAll(List.of("--out", folder.resolve("measured-runs").toString()));
    call(new RolloutCommand(recorded.context()), all);
  }

  private static void call(Verb verb, List<String> arguments) throws Exception {
    new CommandLine(verb).parseArgs(arguments.toArray(String[]::new));
    assertThat(verb.call()).isEqualTo(ExitCode.OK.code());
  }

  @Test
  void anAttentiveProbeReadsTheTokensBesideTheOthersAndShardsGiveTheSameBytes() throws Exception {
    Path whole = folder.resolve("whole");
    rollout(whole, "1/1");
    assertThat(recorded.out())
        .contains("attentive")
        .contains("The attentive probe reads all 4 patch tokens of a frame, the others their mean.")
        .contains("off the latents by attention to their tokens");
    assertThat(whole.resolve("results.csv"))
        .content()
        .contains("probe R2,linear of x", "probe R2,ridge of x", "probe R2,5-NN of x")
        .contains("probe R2,MLP of x", "probe R2,attentive of x", "probe RMSE,attentive of y");
    assertThat(whole.resolve("results.json"))
        .content()
        .contains("\"probe\" : \"attentive\"", "\"latentTokens\" : 4");
    assertThat(whole.resolve("report.html"))
        .content()
        .contains("x, attentive", "4 patch tokens", "the others their mean");

    Path halves = folder.resolve("halves");
    rollout(halves, "2/2");
    rollout(halves, "1/2");
    call(new MergeCommand(recorded.context()), List.of(halves.toString()));
    assertThat(FolderContent.of(halves)).isEqualTo(FolderContent.of(whole));
  }

  @Test
  void latentsThatAreDamagedAreRefused() throws Exception {
    Path measured = folder.resolve("measured");
    rollout(measured, "1/1");
    Path latents = measured.resolve("episodes/episode-000003.latents");
    byte[] content = Files.readAllBytes(latents);
    assertThat(content).hasSize(8 * 4 * 12 * Float.BYTES);

    Files.write(latents, List.of("short"));
    assertRefused(measured, "8 latents of 48 values should have 1536 bytes, found 6");
    content[6] = (byte) 0x80;
    content[7] = 0x7f;
    Files.write(latents, content);
    assertRefused(measured, "latents should be finite");
    Files.delete(latents);
    assertRefused(measured, "1 of 12 episodes are not measured yet: 3");
  }

  private void assertRefused(Path measured, String reason) {
    assertThatThrownBy(
            () -> call(new MergeCommand(recorded.context()), List.of(measured.toString())))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(reason);
  }
}
