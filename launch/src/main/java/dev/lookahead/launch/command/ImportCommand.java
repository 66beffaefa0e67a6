package dev.lookahead.launch.command;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.LoadedModel;
import dev.lookahead.launch.wiring.RunRecord;
import dev.lookahead.worldmodel.checkpoint.EncoderBundle;
import dev.lookahead.worldmodel.family.ImportedModel;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.lewm.LeWmImport;
import dev.lookahead.worldmodel.token.TokenEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
      "that converts them. Families: ijepa, dinov2, vjepa2, vjepa2-ac, and lewm, whose actions must be",
      "described with --axis."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead import ijepa_vith14_1k --out models/ijepa-h14",
      "  lookahead import dinov2-small --frame 224x224 --out models/dinov2-s14",
      "  lookahead import vjepa2-ac-vitg --family vjepa2-ac --out models/vjepa2-ac",
      "  lookahead import lewm-tworooms --family lewm --axis x:1:-1:1:0:0.5 --axis y:1:-1:1:0:0.5 --out models/lewm"
    })
public final class ImportCommand extends Verb {

  private static final Pattern FRAME = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

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

  @Option(
      names = "--frame",
      paramLabel = "HxW",
      description =
          "Height and width of the frames it will see (default: what it was trained on); added positions are interpolated.")
  private @Nullable String frame;

  @Mixin private final AxisOptions actions = new AxisOptions();

  /** The verb in its context. */
  public ImportCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException {
    if (LeWmImport.FAMILY.equals(family)) {
      return importLeWm();
    }
    if (actions.given()) {
      throw new IllegalArgumentException("--axis is for --family lewm only, got " + family);
    }
    ImportedModel published = ImportedModel.of(folder, family);
    ImportedModel imported = frame == null ? published : resized(published, frame);
    imported.write(
        out,
        context().build().commit(),
        RunRecord.versions(context().build()),
        context().clock().instant());
    // Whatever the next program would trip over should be known now.
    EncoderBundle bundle = EncoderBundle.open(out);
    bundle.parameters(imported.model().parameters());
    report(imported, bundle);
    return ExitCode.OK;
  }

  /** The one family that knows a robot, and becomes what a planner takes. */
  private ExitCode importLeWm() throws IOException {
    if (frame != null) {
      throw new IllegalArgumentException("--frame is for encoders of patch tokens, lewm is none");
    }
    LeWmImport imported = LeWmImport.of(folder, actions.axes(), actions.statistics());
    imported.write(
        out,
        context().build().commit(),
        RunRecord.versions(context().build()),
        context().clock().instant());
    String hash = LoadedModel.read(out).bundle().weightsSha256();
    say("bundle      " + out);
    say("family      lewm");
    say("parameters  %,d".formatted(imported.parameterCount()));
    say("actions     blocks of %d steps".formatted(imported.config().actions().blockSteps()));
    say("weights     SHA-256 " + hash);
    sayJson(
        Map.of(
            "bundle",
            out.toString(),
            "family",
            LeWmImport.FAMILY,
            "parameters",
            imported.parameterCount(),
            "weightsSha256",
            hash));
    return ExitCode.OK;
  }

  private static ImportedModel resized(ImportedModel published, String size) {
    Matcher sides = FRAME.matcher(size);
    if (!sides.matches()) {
      throw new IllegalArgumentException("--frame is HEIGHTxWIDTH in pixels, got '" + size + "'");
    }
    return published.at(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
  }

  private void report(ImportedModel imported, EncoderBundle bundle) {
    TokenModel model = imported.model();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("bundle", out.toString());
    facts.put("family", imported.family().modelType());
    facts.put("parameters", model.parameterCount());
    facts.put("weightsSha256", bundle.weightsSha256());
    say("bundle      " + out);
    say("family      " + imported.family().modelType());
    say("parameters  %,d".formatted(model.parameterCount()));
    TokenEncoder encoder = model.encoder();
    if (encoder != null) {
      String tokens =
          "%d x %d of %d numbers, from %d x %d pixels"
              .formatted(
                  encoder.grid().tubelets(),
                  encoder.grid().perTubelet(),
                  encoder.width(),
                  encoder.frameHeight(),
                  encoder.frameWidth());
      facts.put("tokens", encoder.grid().tokens());
      facts.put("tokenWidth", encoder.width());
      say("tokens      " + tokens);
    }
    say("weights     SHA-256 " + bundle.weightsSha256());
    sayJson(facts);
  }
}
