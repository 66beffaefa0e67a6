package dev.lookahead.launch.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "dev.lookahead", importOptions = DoNotIncludeTests.class)
class EngineBoundaryTest {

  private static final String EAGER = "dev.lookahead.worldmodel.tensor.djl..";
  private static final String TORCHSCRIPT = "dev.lookahead.worldmodel.tensor.torchscript..";

  @ArchTest
  static final ArchRule djlStaysInTheInterpretersAndTheWiring =
      noClasses()
          .that()
          .resideOutsideOfPackages(EAGER, TORCHSCRIPT, "dev.lookahead.launch.wiring..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..")
          .because(
              "models are written once against TensorOps; a second place that knows the engine is a"
                  + " second place that leaks native memory and a second place to port");

  @ArchTest
  static final ArchRule noPublicSignatureNamesADjlType =
      members()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackages(EAGER, TORCHSCRIPT)
          .and()
          .arePublic()
          .should(nameNoTypeOf("ai.djl."))
          .because(
              "an NDArray that crosses a seam has no owner: arrays are copied out as Java arrays, and"
                  + " the scope that made them frees them");

  /**
   * The types in a signature: return, parameters, thrown and field types with their type arguments.
   */
  private static ArchCondition<JavaMember> nameNoTypeOf(String packagePrefix) {
    return new ArchCondition<>("name no type of " + packagePrefix) {
      @Override
      public void check(JavaMember member, ConditionEvents events) {
        String found =
            signature(member)
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .map(JavaClass::getName)
                .filter(name -> name.startsWith(packagePrefix))
                .distinct()
                .sorted()
                .collect(joining(", "));
        if (!found.isEmpty()) {
          events.add(
              SimpleConditionEvent.violated(
                  member, member.getDescription() + " names " + found + " in its signature"));
        }
      }
    };
  }

  private static Stream<JavaType> signature(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    return Stream.of(
            Stream.of(code.getReturnType()),
            code.getParameterTypes().stream(),
            code.getExceptionTypes().stream())
        .flatMap(types -> types);
  }
}
