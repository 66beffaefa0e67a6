package dev.lookahead.launch.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.doctor.Finding.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineChecksTest {

  private static final long GIB = 1L << 30;

  @TempDir Path folder;

  @Test
  void aGoodMachineHasNoProblem() {
    assertThat(machine(17, 4, 8 * GIB, Map.of()).run())
        .noneMatch(finding -> finding.level() == Level.PROBLEM);
  }

  @Test
  void everyFindingThatIsNotGoodSaysWhatToDo() {
    assertThat(machine(11, 1, GIB, Map.of("OMP_NUM_THREADS", "many")).run())
        .filteredOn(finding -> finding.level() != Level.GOOD)
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(finding -> assertThat(finding.advice()).isNotEmpty());
  }

  @Test
  void anOldJavaIsAProblem() {
    assertThat(machine(11, 4, 8 * GIB, Map.of()).java().level()).isEqualTo(Level.PROBLEM);
  }

  @Test
  void moreThreadsThanCoresIsAWarning() {
    assertThat(machine(17, 2, 8 * GIB, Map.of("OMP_NUM_THREADS", "8")).threads())
        .isEqualTo(
            Finding.warning(
                "threads", "OMP_NUM_THREADS=8", "set it to at most 2, the number of cores"));
  }

  @Test
  void aFolderThatIsMissingIsAProblemOfTheDisk() {
    Machine machine = new Machine(17, "17", 2, 0, GIB, folder.resolve("gone"), folder, Map.of());

    assertThat(new MachineChecks(machine).disk().level()).isEqualTo(Level.PROBLEM);
  }

  @Test
  void unpackedLibrariesAreFoundInTheCache() throws IOException {
    MachineChecks checks = machine(17, 2, 8 * GIB, Map.of());
    assertThat(checks.engineCache().found()).contains("will be unpacked");

    Path library = folder.resolve("cache/2.7.1-cpu-linux-x86_64/libtorch_cpu.so");
    Files.createDirectories(library.getParent());
    Files.createFile(library);
    assertThat(checks.engineCache().found()).contains("libraries unpacked");
  }

  private MachineChecks machine(int java, int cores, long memory, Map<String, String> environment) {
    return new MachineChecks(
        new Machine(
            java,
            java + ".0.1",
            cores,
            memory,
            memory / 4,
            folder,
            folder.resolve("cache"),
            environment));
  }
}
