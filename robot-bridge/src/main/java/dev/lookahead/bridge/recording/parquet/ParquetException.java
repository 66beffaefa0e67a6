package dev.lookahead.bridge.recording.parquet;

/** A file is not what its format says, or says something that is not supported. */
final class ParquetException extends RuntimeException {

  ParquetException(String problem) {
    super(problem);
  }
}
