package dev.lookahead.launch.command.published;

import dev.lookahead.launch.command.LaunchContext;
import dev.lookahead.launch.command.Verb;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.wiring.RunRecord;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.family.ImportedModel;
import dev.lookahead.worldmodel.family.PublishedFamily;
import dev.lookahead.worldmodel.lewm.LeWmImport;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lookahead import}. */
@Command(
    name = "import",
    description = {
      "Makes a bundle of published weights: a folder as Hugging Face lays it out, with config.json and",
      "model.safetensors or its shards. Pickled files (.pt, .pth, .bin) are refused with the command",
      "that converts them. Families: ijepa, dinov2, vjepa2, vjepa2-ac and lewm; the last two become",
      "models to plan with. What lewm's actions are must be said with --axis."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead import ijepa_vith14_1k --out models/ijepa-h14",
      "  lookahead import dinov2-small --frame 224x224 --out models/dinov2-s14",
      "  lookahead import vjepa2-ac-vitg --family vjepa2-ac --out models/vjepa2-ac",
      "  lookahead import predictor --family vjepa2-ac --encoder vjepa2-vitg-fpc64-256 --out models/ac",
      "  lookahead import lewm-tworooms --family lewm --axis x:1:-1:1:0:0.5 --axis y:1:-1:1:0:0.5 --out models/lewm"
    })
public final class ImportCommand extends Verb {

  @Parameters(index = "0", paramLabel = "FOLDER", description = "What was downloaded.")
  private Path folder = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "BUNDLE",
      description = "Where the bundle goes; an older one there is replaced.")
  private Path out = Path.of("");

  @Option(
      names = "--family",
      paramLabel = "FAMILY",
      description = "What the weights are of (default: what config.json says).")
  private @Nullable String family;

  @Mixin private final ImportOptions options = new ImportOptions();

  /** The verb in its context. */
  public ImportCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException {
    try {
      return bundled();
    } catch (CheckpointException refused) {
      throw new LaunchFailure(
          ExitCode.MODEL,
          "check FOLDER, --family and --encoder; if they are right, download the folder again",
          refused);
    }
  }

  private ExitCode bundled() throws IOException {
    Importable published = read();
    published.write(
        out,
        context().build().commit(),
        RunRecord.versions(context().build()),
        context().clock().instant());
    ImportReport report = published.report(out);
    report.text().forEach(this::say);
    sayJson(report.asMap());
    return ExitCode.OK;
  }

  private Importable read() {
    if (LeWmImport.FAMILY.equals(family)) {
      return WorldModelImport.ofLeWm(folder, options);
    }
    ImportedModel published = ImportedModel.of(folder, family);
    return published.family() == PublishedFamily.VJEPA2_AC
        ? WorldModelImport.ofVJepa2Ac(published, options)
        : EncoderImport.of(published, options);
  }
}
