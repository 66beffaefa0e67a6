package dev.lookahead.launch.wiring;

import dev.lookahead.worldmodel.checkpoint.Provenance;
import dev.lookahead.worldmodel.training.TrainingLoop;
import dev.lookahead.worldmodel.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;

/** An experiment put together and ready to learn: data opened, model built. */
public interface LearningRun {

  /** The loop that takes the steps; its checkpoints belong to this experiment and no other. */
  TrainingLoop<?> loop();

  /** The seed of initialisation, split and sampling. */
  long seed();

  /** The content hash of the data. */
  String dataHash();

  /** What the data is, for a person. */
  String dataDescription();

  /** Writes what was learned as a bundle. */
  void writeBundle(Path directory, TrainingResult result, Provenance provenance) throws IOException;
}
