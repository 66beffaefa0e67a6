package dev.lookahead.launch.command;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.LoadedModel;
import dev.lookahead.launch.wiring.RunRecord;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.checkpoint.EncoderBundle;
import dev.lookahead.worldmodel.family.ImportedModel;
import dev.lookahead.worldmodel.family.PublishedFamily;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.family.VJepa2AcImport;
import dev.lookahead.worldmodel.family.VJepa2AcWorldModel;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.lewm.LeWmImport;
import dev.lookahead.worldmodel.pose.EndEffector;
import dev.lookahead.worldmodel.token.TokenEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  private static final int MOST_CONTEXT = 64;

  /** What --frame says. */
  private record FrameSize(int height, int width) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

    static FrameSize of(String size) {
      Matcher sides = FORM.matcher(size);
      if (!sides.matches()) {
        throw new IllegalArgumentException("--frame is HEIGHTxWIDTH in pixels, got '" + size + "'");
      }
      return new FrameSize(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
    }
  }

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

  @Option(
      names = "--encoder",
      paramLabel = "FOLDER",
      description =
          "For vjepa2-ac: the V-JEPA 2 encoder of its predictor, if the weights hold none; a published folder or a bundle.")
  private @Nullable Path encoder;

  @Option(
      names = "--context",
      paramLabel = "FRAMES",
      defaultValue = "1",
      description =
          "For vjepa2-ac: the frames a plan starts from (default: ${DEFAULT-VALUE}, as in the paper).")
  private int contextFrames = 1;

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
    ImportedModel published = ImportedModel.of(folder, family);
    return published.family() == PublishedFamily.VJEPA2_AC
        ? importVJepa2Ac(published)
        : importEncoder(published);
  }

  private ExitCode importEncoder(ImportedModel published) throws IOException {
    refuse(actions.given(), "--axis", "vjepa2-ac and lewm", published.family().modelType());
    refuse(encoder != null, "--encoder", "vjepa2-ac", published.family().modelType());
    refuse(contextFrames != 1, "--context", "vjepa2-ac", published.family().modelType());
    ImportedModel imported = published;
    if (frame != null) {
      FrameSize size = FrameSize.of(frame);
      imported = published.at(size.height(), size.width());
    }
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

  /** V-JEPA 2-AC, with the end effector it was trained on unless the actions are described. */
  private ExitCode importVJepa2Ac(ImportedModel published) throws IOException {
    if (contextFrames < 1 || contextFrames > MOST_CONTEXT) {
      throw new IllegalArgumentException(
          "--context should be 1 to " + MOST_CONTEXT + ", got " + contextFrames);
    }
    VJepa2AcImport imported =
        VJepa2AcImport.of(
            published,
            encoder,
            actions.given()
                ? new ActionSpace(actions.axes())
                : VJepa2AcWorldModel.publishedActions(),
            actions.given() ? actions.statistics() : Standardizer.identity(EndEffector.SIZE),
            contextFrames);
    if (frame != null) {
      FrameSize size = FrameSize.of(frame);
      imported = imported.at(size.height(), size.width());
    }
    imported.write(
        out,
        context().build().commit(),
        RunRecord.versions(context().build()),
        context().clock().instant());
    reportPlannable("vjepa2-ac", imported.parameterCount(), imported.config());
    return ExitCode.OK;
  }

  /** LeWM, whose actions only its data set knows. */
  private ExitCode importLeWm() throws IOException {
    refuse(frame != null, "--frame", "encoders of patch tokens", LeWmImport.FAMILY);
    refuse(encoder != null, "--encoder", "vjepa2-ac", LeWmImport.FAMILY);
    refuse(contextFrames != 1, "--context", "vjepa2-ac", LeWmImport.FAMILY);
    LeWmImport imported = LeWmImport.of(folder, actions.axes(), actions.requiredStatistics());
    imported.write(
        out,
        context().build().commit(),
        RunRecord.versions(context().build()),
        context().clock().instant());
    reportPlannable(LeWmImport.FAMILY, imported.parameterCount(), imported.config());
    return ExitCode.OK;
  }

  private static void refuse(boolean given, String option, String wanted, String found) {
    if (given) {
      throw new IllegalArgumentException(
          "%s is for %s only, this is %s".formatted(option, wanted, found));
    }
  }

  /** Of a model that became what a planner takes. */
  private void reportPlannable(String name, long parameters, JepaConfig config) {
    String hash = LoadedModel.read(out).bundle().weightsSha256();
    say("bundle      " + out);
    say("family      " + name);
    say("parameters  %,d".formatted(parameters));
    say(
        "frames      %d of %d x %d pixels"
            .formatted(
                config.spec().contextFrames(),
                config.spec().frameHeight(),
                config.spec().frameWidth()));
    say(
        "actions     %s; blocks of %d %s"
            .formatted(
                config.actionSpace().axes().stream()
                    .map(ActionAxis::name)
                    .collect(Collectors.joining(", ")),
                config.actions().blockSteps(),
                config.actions().blockSteps() == 1 ? "step" : "steps"));
    say("weights     SHA-256 " + hash);
    sayJson(
        Map.of(
            "bundle",
            out.toString(),
            "family",
            name,
            "parameters",
            parameters,
            "weightsSha256",
            hash));
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
