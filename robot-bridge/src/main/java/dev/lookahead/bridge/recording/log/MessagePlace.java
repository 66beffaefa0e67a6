package dev.lookahead.bridge.recording.log;

/**
 * Where the bytes of a message lie.
 *
 * @param chunk where its chunk begins in the file; -1 for a message outside of any chunk
 * @param offset of the message's first byte, from the beginning of the unpacked chunk or the file
 * @param length bytes
 */
public record MessagePlace(long chunk, long offset, int length) {

  /** The chunk of messages that lie in none. */
  public static final long NO_CHUNK = -1;
}
