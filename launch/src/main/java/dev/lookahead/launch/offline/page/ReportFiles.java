package dev.lookahead.launch.offline.page;

import dev.lookahead.launch.offline.Filmstrip;
import dev.lookahead.launch.offline.MeasurementFolder;
import dev.lookahead.launch.offline.OfflineResults;
import dev.lookahead.launch.offline.RecordedFrames;
import dev.lookahead.launch.offline.Verdict;
import dev.lookahead.worldmodel.file.PendingFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the page beside the measurements, and each of its figures as a PNG. */
public final class ReportFiles {

  /** The name of the page. */
  public static final String PAGE = "report.html";

  private static final String PLOTS = "plots";

  private ReportFiles() {}

  /**
   * Writes {@value #PAGE} and the folder {@code plots}, whose older pictures go.
   *
   * @throws dev.lookahead.worldmodel.episode.DataException if frames kept of an episode are damaged
   * @throws IOException if the disk refuses
   */
  public static void write(MeasurementFolder folder, OfflineResults results, Verdict verdict)
      throws IOException {
    FilmPlates films = new FilmPlates(results, new RecordedFrames(folder));
    RolloutPage page = new RolloutPage(results, verdict, films);
    Path plots = Files.createDirectories(folder.path().resolve(PLOTS));
    try (DirectoryStream<Path> older = Files.newDirectoryStream(plots, "*.png")) {
      for (Path picture : older) {
        Files.delete(picture);
      }
    }
    for (Plate plate : page.plates()) {
      PendingFile.write(plots.resolve(plate.name() + ".png"), plate.figure().png());
    }
    for (Filmstrip film : results.films()) {
      PendingFile.write(
          plots.resolve(FilmPlates.name(film.episode()) + ".png"), films.figure(film).png());
    }
    PendingFile.write(folder.path().resolve(PAGE), page.html());
  }
}
