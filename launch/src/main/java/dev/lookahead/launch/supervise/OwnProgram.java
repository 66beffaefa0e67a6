package dev.lookahead.launch.supervise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program, to be started once more: the same Java, class path and engine. */
public final class OwnProgram {

  private static final String MAIN = "dev.lookahead.launch.Main";

  private OwnProgram() {}

  /**
   * The command that runs a verb.
   *
   * @param options for Java, before all others
   * @param arguments the verb and what belongs to it
   */
  public static List<String> command(List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Djava.awt.headless=true",
            "-Dai.djl.offline=true",
            "-DOPT_OUT_TRACKING=true",
            "-cp",
            System.getProperty("java.class.path"),
            MAIN));
    command.addAll(arguments);
    return command;
  }
}
