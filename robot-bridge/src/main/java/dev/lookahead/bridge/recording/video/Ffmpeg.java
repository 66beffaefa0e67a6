package dev.lookahead.bridge.recording.video;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An installed ffmpeg and ffprobe.
 *
 * @param ffmpeg the program
 * @param ffprobe the program
 * @param limit how long one run may take before it is killed
 */
record Ffmpeg(Path ffmpeg, Path ffprobe, Duration limit) {

  private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(5);
  private static final List<String> SESSION =
      onPath("setsid").map(program -> List.of(program.toString())).orElse(List.of());
  private static final int MAX_MESSAGE_BYTES = 4096;
  private static final int PIECE_BYTES = 1 << 16;

  /** What is on the PATH; empty if one of the two is missing. */
  static Optional<Ffmpeg> installed() {
    Optional<Path> ffmpeg = onPath("ffmpeg");
    Optional<Path> ffprobe = onPath("ffprobe");
    return ffmpeg.isPresent() && ffprobe.isPresent()
        ? Optional.of(new Ffmpeg(ffmpeg.get(), ffprobe.get(), DEFAULT_LIMIT))
        : Optional.empty();
  }

  private static Optional<Path> onPath(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path candidate = Path.of(folder).resolve(program);
      if (!folder.isEmpty() && Files.isExecutable(candidate)) {
        return Optional.of(candidate.toAbsolutePath());
      }
    }
    return Optional.empty();
  }

  /**
   * Runs one of the programs.
   *
   * @param input what it reads from its standard input, one buffer after another; not moved
   * @param output receives its standard output; a program that says more is killed
   * @throws IOException with the first words of its complaint, if it fails, takes too long or says
   *     too much
   */
  void run(List<String> command, List<ByteBuffer> input, ByteBuffer output) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(apart(command));
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "LD_LIBRARY_PATH"));
    Process process = builder.start();
    ByteBuffer complaint = ByteBuffer.allocate(MAX_MESSAGE_BYTES);
    Pump out = new Pump(() -> fill(process.getInputStream(), output, process));
    Pump err = new Pump(() -> drain(process.getErrorStream(), complaint));
    Pump in = new Pump(() -> feed(process.getOutputStream(), input));
    try {
      List.of(out, err, in).forEach(Thread::start);
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        // Not before: this also throws away what it has said and nobody has read yet.
        process.destroyForcibly();
      }
      out.join();
      err.join();
      in.join();
      if (!ended) {
        throw new IOException("it was killed after " + limit.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException(reason(complaint, out, process.exitValue()));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * In a session of its own, where the system can do that: Ctrl-C goes to all programs of a
   * terminal, and the episode at hand is to be finished.
   */
  private static List<String> apart(List<String> command) {
    List<String> all = new ArrayList<>(SESSION);
    all.addAll(command);
    return all;
  }

  private static String reason(ByteBuffer complaint, Pump out, int exit) {
    String text = StandardCharsets.UTF_8.decode(complaint.flip()).toString().strip();
    if (out.failure().isPresent()) {
      return String.valueOf(out.failure().get().getMessage());
    }
    return text.isEmpty() ? "it ended with code " + exit : text;
  }

  private static void fill(InputStream from, ByteBuffer into, Process process) throws IOException {
    byte[] piece = new byte[PIECE_BYTES];
    for (int bytes = from.read(piece); bytes >= 0; bytes = from.read(piece)) {
      if (bytes > into.remaining()) {
        process.destroyForcibly();
        throw new IOException("it said more than the %d bytes expected".formatted(into.limit()));
      }
      into.put(piece, 0, bytes);
    }
  }

  private static void drain(InputStream from, ByteBuffer into) throws IOException {
    byte[] piece = new byte[PIECE_BYTES];
    for (int bytes = from.read(piece); bytes >= 0; bytes = from.read(piece)) {
      into.put(piece, 0, Math.min(bytes, into.remaining()));
    }
  }

  private static void feed(OutputStream into, List<ByteBuffer> from) throws IOException {
    try (into) {
      byte[] piece = new byte[PIECE_BYTES];
      for (ByteBuffer buffer : from) {
        ByteBuffer part = buffer.duplicate();
        while (part.hasRemaining()) {
          int bytes = Math.min(piece.length, part.remaining());
          part.get(piece, 0, bytes);
          into.write(piece, 0, bytes);
        }
      }
    }
  }

  /** What every reading of a file begins with: only this file, only common containers. */
  static List<String> input(Path program) {
    return new ArrayList<>(
        List.of(
            program.toString(),
            "-v",
            "error",
            "-protocol_whitelist",
            "file",
            "-format_whitelist",
            "mov,matroska,avi,webm,mp4",
            "-max_pixels",
            "67108864"));
  }

  /** The file as an address that is no option and no other protocol. */
  static String address(Path file) {
    return "file:" + file.toAbsolutePath();
  }

  /** One of a process's pipes, moved by a thread of its own. */
  private static final class Pump extends Thread {

    /** Moves bytes until one side ends. */
    interface Flow {
      void run() throws IOException;
    }

    private final Flow flow;
    private volatile Optional<IOException> failure = Optional.empty();

    Pump(Flow flow) {
      super("ffmpeg pipe");
      this.flow = flow;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        flow.run();
      } catch (IOException broken) {
        failure = Optional.of(broken);
      }
    }

    Optional<IOException> failure() {
      return failure;
    }
  }
}
