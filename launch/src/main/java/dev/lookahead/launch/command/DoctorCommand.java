package dev.lookahead.launch.command;

import com.sun.management.OperatingSystemMXBean;
import dev.lookahead.launch.doctor.Finding;
import dev.lookahead.launch.doctor.Machine;
import dev.lookahead.launch.doctor.MachineChecks;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.EngineProbe;
import dev.lookahead.launch.wiring.EngineProbe.LoadedEngine;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code lookahead doctor}. */
@Command(
    name = "doctor",
    description = "Checks Java, engine, cores, memory and disk, and says what to do.",
    footer = {"", "Examples:", "  lookahead doctor", "  lookahead doctor --json"})
public final class DoctorCommand extends Verb {

  /** The verb in its context. */
  public DoctorCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    List<Finding> findings = new ArrayList<>(new MachineChecks(thisMachine()).run());
    Finding engine = engine();
    findings.add(engine);
    findings.forEach(this::show);
    boolean usable = findings.stream().noneMatch(f -> f.level() == Finding.Level.PROBLEM);
    say("");
    say(usable ? "This machine can run Lookahead." : "Fix the problems above, then run it again.");
    sayJson(new Diagnosis(usable, findings));
    if (engine.level() == Finding.Level.PROBLEM) {
      return ExitCode.ENGINE;
    }
    return usable ? ExitCode.OK : ExitCode.FAILURE;
  }

  private record Diagnosis(boolean usable, List<Finding> findings) {}

  private Finding engine() {
    try {
      LoadedEngine loaded = EngineProbe.load();
      return new Finding(
          "engine",
          Finding.Level.GOOD,
          loaded.name()
              + " "
              + loaded.version()
              + " on "
              + loaded.device()
              + ", loaded and multiplied without a network",
          "");
    } catch (RuntimeException | LinkageError e) {
      if (context().output().debug()) {
        e.printStackTrace(context().terminal().err());
      }
      return new Finding(
          "engine",
          Finding.Level.PROBLEM,
          String.valueOf(e.getMessage()),
          "build again with ./mvnw package so that target/lib holds the engine's libraries; "
              + "lookahead doctor --debug shows the cause");
    }
  }

  private void show(Finding finding) {
    String level = finding.level().name().toLowerCase(Locale.ROOT);
    String padded = String.format(Locale.ROOT, "%-8s", level);
    String mark =
        switch (finding.level()) {
          case GOOD -> context().terminal().good(padded);
          case WARNING -> context().terminal().warning(padded);
          case PROBLEM -> context().terminal().alarm(padded);
        };
    say(String.format(Locale.ROOT, "%s %-13s %s", mark, finding.check(), finding.found()));
    if (!finding.advice().isEmpty()) {
      say(" ".repeat(23) + "-> " + finding.advice());
    }
  }

  private static Machine thisMachine() {
    long memory =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    return new Machine(
        Runtime.version().feature(),
        Runtime.version() + " (" + System.getProperty("java.vendor") + ")",
        Runtime.getRuntime().availableProcessors(),
        memory,
        Runtime.getRuntime().maxMemory(),
        Path.of("").toAbsolutePath(),
        EngineProbe.cacheFolder(),
        System.getenv());
  }
}
