package dev.lookahead.launch.command.published;

import dev.lookahead.launch.wiring.LoadedModel;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.family.ImportedModel;
import dev.lookahead.worldmodel.family.PublishedWorldModel;
import dev.lookahead.worldmodel.family.VJepa2AcImport;
import dev.lookahead.worldmodel.family.VJepa2AcWorldModel;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.lewm.LeWmImport;
import dev.lookahead.worldmodel.pose.EndEffector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * V-JEPA 2-AC and LeWM: models to plan with.
 *
 * @param family what it is called
 */
record WorldModelImport(String family, PublishedWorldModel published) implements Importable {

  /** With the end effector it was trained on unless the actions are described. */
  static WorldModelImport ofVJepa2Ac(ImportedModel published, ImportOptions options) {
    AxisOptions actions = options.actions();
    VJepa2AcImport imported =
        VJepa2AcImport.of(
            published,
            options.encoder(),
            actions.given()
                ? new ActionSpace(actions.axes())
                : VJepa2AcWorldModel.publishedActions(),
            actions.given() ? actions.statistics() : Standardizer.identity(EndEffector.SIZE),
            options.contextFrames());
    return new WorldModelImport(
        published.family().modelType(),
        options
            .frame()
            .map(size -> imported.at(size.height(), size.width()))
            .orElse(imported)
            .model());
  }

  /** With the actions that only the data set it was trained on knows. */
  static WorldModelImport ofLeWm(Path folder, ImportOptions options) {
    options.refuseFrame(LeWmImport.FAMILY);
    options.refusePredictor(LeWmImport.FAMILY);
    AxisOptions actions = options.actions();
    return new WorldModelImport(
        LeWmImport.FAMILY, LeWmImport.of(folder, actions.axes(), actions.requiredStatistics()));
  }

  @Override
  public void write(Path bundle, String sourceCommit, Map<String, String> versions, Instant now)
      throws IOException {
    published.write(bundle, sourceCommit, versions, now);
  }

  @Override
  public ImportReport report(Path bundle) {
    String hash = LoadedModel.read(bundle).bundle().weightsSha256();
    JepaConfig config = published.config();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(
        "frames",
        "%d of %d x %d pixels"
            .formatted(
                config.spec().contextFrames(),
                config.spec().frameHeight(),
                config.spec().frameWidth()));
    lines.put(
        "actions",
        "%s; blocks of %d %s"
            .formatted(
                config.actionSpace().axes().stream()
                    .map(ActionAxis::name)
                    .collect(Collectors.joining(", ")),
                config.actions().blockSteps(),
                config.actions().blockSteps() == 1 ? "step" : "steps"));
    return new ImportReport(bundle, family, published.parameterCount(), hash, lines, Map.of());
  }
}
