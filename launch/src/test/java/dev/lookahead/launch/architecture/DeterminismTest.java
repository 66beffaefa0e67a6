package dev.lookahead.launch.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Accesses rather than calls are checked, so that {@code System::nanoTime} is found as well. */
@AnalyzeClasses(packages = "dev.lookahead", importOptions = DoNotIncludeTests.class)
class DeterminismTest {

  /** {@code Class.method} where every overload reads a clock or an unseeded source. */
  private static final Set<String> HIDDEN_INPUTS =
      Set.of(
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.security.SecureRandom.<init>",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.time.InstantSource.system",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of");

  /** {@code Class.method} where only the overload without a seed or a clock is one. */
  private static final Set<String> HIDDEN_INPUTS_WITHOUT_ARGUMENTS =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.util.Random.<init>",
          "java.util.SplittableRandom.<init>",
          "java.util.random.RandomGeneratorFactory.create");

  private static final Set<String> PLATFORM_DEPENDENT_FUNCTIONS =
      Set.of(
          "acos", "asin", "atan", "atan2", "cbrt", "cos", "cosh", "exp", "expm1", "hypot", "log",
          "log10", "log1p", "pow", "sin", "sinh", "tan", "tanh");

  @ArchTest
  static final ArchRule timeAndChanceAreArguments =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.lookahead.launch..")
          .should()
          .accessTargetWhere(readsHiddenTimeOrChance())
          .because(
              "the same seed and log must give the same plan, bit for bit: take a RandomGenerator, an"
                  + " InstantSource or a LongSupplier of nanoseconds as an argument; launch passes the"
                  + " real ones");

  @ArchTest
  static final ArchRule simulatorsUseStrictMath =
      noClasses()
          .that()
          .resideInAPackage("dev.lookahead.sim..")
          .should()
          .accessTargetWhere(callsAPlatformDependentFunction())
          .because(
              "Math may differ in the last bit between machines and compilers, and a simulator"
                  + " multiplies that into another path: use StrictMath");

  private static DescribedPredicate<JavaAccess<?>> readsHiddenTimeOrChance() {
    return describe(
        "it reads a clock or unseeded randomness",
        access -> {
          AccessTarget target = access.getTarget();
          String name = target.getOwner().getName() + "." + target.getName();
          return HIDDEN_INPUTS.contains(name)
              || (HIDDEN_INPUTS_WITHOUT_ARGUMENTS.contains(name) && takesNoArgument(target))
              || (name.equals("java.util.Collections.shuffle") && arguments(target) == 1);
        });
  }

  private static DescribedPredicate<JavaAccess<?>> callsAPlatformDependentFunction() {
    return describe(
        "Math does not promise the same bits everywhere",
        access ->
            access.getTargetOwner().isEquivalentTo(Math.class)
                && PLATFORM_DEPENDENT_FUNCTIONS.contains(access.getTarget().getName()));
  }

  private static boolean takesNoArgument(AccessTarget target) {
    return arguments(target) == 0;
  }

  private static int arguments(AccessTarget target) {
    return target instanceof CodeUnitAccessTarget code ? code.getRawParameterTypes().size() : -1;
  }
}
