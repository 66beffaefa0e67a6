package dev.lookahead.bridge.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A foreign program that reads our recordings or writes some for us. */
public final class PeerProgram {

  private static final String PYTHON = "/usr/bin/python3";

  /** Tests run in the folder of their module. */
  private static final Path NPM = Path.of("src/test/npm").toAbsolutePath();

  private PeerProgram() {}

  /** Skips the test, saying why, where Debian's Python lacks a module. */
  public static void requirePython(String module, String debianPackage) {
    requireWorks(debianPackage, PYTHON, "-c", "import " + module);
  }

  /** Skips the test, saying why, where a command does not succeed. */
  public static void requireWorks(String debianPackage, String... command) {
    boolean works;
    try {
      works = new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException | InterruptedException absent) {
      works = false;
    }
    if (!works) {
      System.out.println("skipped: apt-get install " + debianPackage);
    }
    Assumptions.assumeTrue(works, "not installed: " + debianPackage);
  }

  /** Skips the test, saying why, where an npm package is not installed in src/test/npm. */
  public static void requireNpm(String module) {
    boolean present = Files.isDirectory(NPM.resolve("node_modules").resolve(module));
    if (!present) {
      System.out.println("skipped: (cd robot-bridge/src/test/npm && npm ci)");
    }
    Assumptions.assumeTrue(present, "not installed: npm " + module);
  }

  /** Runs a script of src/test/npm with Node. */
  public static String node(String script, String verb, Path... files) {
    List<String> command = new ArrayList<>(List.of("node", NPM.resolve(script).toString(), verb));
    for (Path file : files) {
      command.add(file.toString());
    }
    return run(command);
  }

  /** Runs a script that lies beside a test class with Debian's Python. */
  public static String python(Path folder, Class<?> test, String script, String... arguments) {
    Path copy = folder.resolve(script);
    try (InputStream resource = test.getResourceAsStream(script)) {
      if (Files.notExists(copy)) {
        Files.copy(resource, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> command = new ArrayList<>(List.of(PYTHON, copy.toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Runs a program to its end and returns what it printed. */
  public static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError(command + " failed: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
