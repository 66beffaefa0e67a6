package dev.lookahead.launch.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.lookahead", importOptions = DoNotIncludeTests.class)
class HouseStyleTest {

  @ArchTest
  static final ArchRule namesSayTheJob =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)(\\$.*)?")
          .because(
              "a name ending in Manager, Helper, Util or Impl says that the job was not named: name it"
                  + " (ActionGuard, ClipSampler), or give the static function to the type it speaks"
                  + " about");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes()
          .should(resideInANullMarkedPackage())
          .because(
              "NullAway checks only what @NullMarked covers: each package needs a package-info.java"
                  + " with the annotation and a paragraph that says what a reader finds there");

  @ArchTest
  static final ArchRule publicFieldsAreFinal =
      fields()
          .that()
          .arePublic()
          .should()
          .beFinal()
          .because("anyone could change a public mutable field, and no test could say when");

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package annotated with @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getPackageName() + " has no package-info.java with @NullMarked"));
        }
      }
    };
  }
}
