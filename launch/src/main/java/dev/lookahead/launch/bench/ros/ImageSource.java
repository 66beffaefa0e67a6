package dev.lookahead.launch.bench.ros;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A camera in a process of its own, which ends when its standard input does.
 *
 * @param name of the library that publishes
 * @param command starts it; topic, width, height and rate are added
 * @param folder for what it writes
 */
record ImageSource(String name, List<String> command, Path folder) {

  /** Where the images are. */
  static final String TOPIC = "/bench/image_raw";

  ImageSource {
    command = List.copyOf(command);
  }

  /** Our own publisher. */
  static ImageSource own(Path folder) {
    return new ImageSource(
        "lookahead",
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            OwnCamera.class.getName()),
        folder);
  }

  /** Publishes a stream from now on. */
  Process start(URI master, ImageStream stream) throws IOException {
    List<String> full = new ArrayList<>(command);
    full.add(TOPIC);
    full.add(Integer.toString(stream.width()));
    full.add(Integer.toString(stream.height()));
    full.add(Integer.toString(stream.hertz()));
    return PeerProcess.builder(full, master, folder)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(folder.resolve(name + "_camera.err").toFile())
        .start();
  }
}
