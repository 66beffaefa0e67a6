package dev.lookahead.launch.command.published;

import dev.lookahead.worldmodel.checkpoint.EncoderBundle;
import dev.lookahead.worldmodel.family.ImportedModel;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.token.TokenEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** I-JEPA, DINOv2 and V-JEPA 2: encoders, which know no robot. */
record EncoderImport(ImportedModel published) implements Importable {

  static EncoderImport of(ImportedModel published, ImportOptions options) {
    String family = published.family().modelType();
    options.refuseActions(family);
    options.refusePredictor(family);
    return new EncoderImport(
        options.frame().map(size -> published.at(size.height(), size.width())).orElse(published));
  }

  @Override
  public void write(Path bundle, String sourceCommit, Map<String, String> versions, Instant now)
      throws IOException {
    published.write(bundle, sourceCommit, versions, now);
  }

  @Override
  public ImportReport report(Path bundle) {
    TokenModel model = published.model();
    EncoderBundle opened = EncoderBundle.open(bundle);
    opened.parameters(model.parameters());
    Map<String, String> lines = new LinkedHashMap<>();
    Map<String, Object> facts = new LinkedHashMap<>();
    TokenEncoder encoder = model.encoder();
    if (encoder != null) {
      lines.put(
          "tokens",
          "%d x %d of %d numbers, from %d x %d pixels"
              .formatted(
                  encoder.grid().tubelets(),
                  encoder.grid().perTubelet(),
                  encoder.width(),
                  encoder.frameHeight(),
                  encoder.frameWidth()));
      facts.put("tokens", encoder.grid().tokens());
      facts.put("tokenWidth", encoder.width());
    }
    return new ImportReport(
        bundle,
        published.family().modelType(),
        model.parameterCount(),
        opened.weightsSha256(),
        lines,
        facts);
  }
}
