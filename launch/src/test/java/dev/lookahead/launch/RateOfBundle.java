package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.wiring.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Copies of the bundled Two-Room model, which learned at ten frames a second, that say another
 * rate.
 */
public final class RateOfBundle {

  private static final String KNOWN = "\"framePeriodNanos\" : 100000000,";

  private RateOfBundle() {}

  /** One that says it learned from frames so far apart. */
  public static Path of(Path folder, long framePeriodNanos) throws IOException {
    Path model = Files.createDirectories(folder.resolve("model"));
    Path bundled = ModelStore.find("two-room");
    Files.copy(bundled.resolve("model.safetensors"), model.resolve("model.safetensors"));
    String json = Files.readString(bundled.resolve("bundle.json"));
    assertThat(json).contains(KNOWN);
    Files.writeString(
        model.resolve("bundle.json"),
        json.replace(KNOWN, KNOWN.replace("100000000", Long.toString(framePeriodNanos))));
    return model;
  }

  /** One that does not say it: files have a zero for that. */
  public static Path unknown(Path folder) throws IOException {
    return of(folder, 0);
  }
}
