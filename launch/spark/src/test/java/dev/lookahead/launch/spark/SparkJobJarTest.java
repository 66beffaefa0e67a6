package dev.lookahead.launch.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class SparkJobJarTest {

  @Test
  void whatSparkHasInAnotherVersionIsNotInTheJobUnderTheSameName() throws Exception {
    try (JarFile job = new JarFile(SparkHome.job().toFile())) {
      List<String> classes =
          job.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")).toList();
      assertThat(classes)
          .contains("dev/lookahead/launch/spark/RolloutJob.class")
          .anyMatch(name -> name.startsWith("dev/lookahead/shaded/jackson/"))
          .anyMatch(name -> name.startsWith("dev/lookahead/shaded/snakeyaml/"))
          .noneMatch(name -> name.startsWith("com/fasterxml/"))
          .noneMatch(name -> name.startsWith("org/snakeyaml/"))
          .noneMatch(name -> name.startsWith("com/google/gson/"))
          .noneMatch(name -> name.startsWith("io/netty/"))
          .noneMatch(name -> name.startsWith("org/slf4j/"))
          .noneMatch(name -> name.startsWith("ch/qos/"))
          .noneMatch(name -> name.startsWith("org/apache/"))
          .noneMatch(name -> name.startsWith("scala/"));
    }
  }

  @Test
  void theInstallationTestedIsTheVersionCompiledAgainst() {
    assertThat(
            Files.exists(
                SparkHome.jars()
                    .resolve(
                        "spark-core_2.13-%s.jar".formatted(System.getProperty("spark.version")))))
        .isTrue();
  }
}
