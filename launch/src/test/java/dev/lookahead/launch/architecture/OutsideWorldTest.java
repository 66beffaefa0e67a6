package dev.lookahead.launch.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

@AnalyzeClasses(packages = "dev.lookahead", importOptions = DoNotIncludeTests.class)
class OutsideWorldTest {

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.lookahead.launch..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessTargetWhere(printsAStackTrace())
          .because(
              "progress is data: algorithms hand event records to a Consumer and launch decides what a"
                  + " person sees");

  @ArchTest
  static final ArchRule nothingIsJavaSerialized =
      noClasses()
          .should()
          .dependOnClassesThat(
              are(type(ObjectInputStream.class)).or(are(type(ObjectOutputStream.class))))
          .because(
              "reading a serialized object runs code that its sender chose; files here are safetensors,"
                  + " JSON and YAML, checked before they are used");

  @ArchTest
  static final ArchRule onlyConfigKnowsYaml =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.lookahead.config..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.fasterxml.jackson.dataformat.yaml..", "org.yaml.snakeyaml..", "org.snakeyaml..")
          .because("one strict reader, so that every file is refused in the same words");

  @ArchTest
  static final ArchRule onlyLaunchKnowsTheCommandLineAndServesPages =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.lookahead.launch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "picocli..", "me.tongfei.progressbar..", "org.jline..", "com.sun.net.httpserver..")
          .because(
              "a planner, robot or world must run without a terminal and without an open port; how a"
                  + " person watches it is chosen in launch");

  private static DescribedPredicate<JavaAccess<?>> printsAStackTrace() {
    return describe(
        "it prints a stack trace",
        access ->
            access.getTarget().getName().equals("printStackTrace")
                && access.getTargetOwner().isAssignableTo(Throwable.class));
  }
}
