package dev.lookahead.launch.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.lookahead", importOptions = DoNotIncludeTests.class)
class ModuleOrderTest {

  @ArchTest
  static final ArchRule modulesImportOnlyThoseToTheirLeft =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("world-model")
          .definedBy("dev.lookahead.worldmodel..")
          .layer("planner")
          .definedBy("dev.lookahead.planner..")
          .layer("robot-bridge")
          .definedBy("dev.lookahead.bridge..")
          .layer("sim")
          .definedBy("dev.lookahead.sim..")
          .layer("configs")
          .definedBy("dev.lookahead.config..")
          .layer("launch")
          .definedBy("dev.lookahead.launch..")
          .whereLayer("world-model")
          .mayNotAccessAnyLayer()
          .whereLayer("planner")
          .mayOnlyAccessLayers("world-model")
          .whereLayer("robot-bridge")
          .mayOnlyAccessLayers("world-model", "planner")
          .whereLayer("sim")
          .mayOnlyAccessLayers("world-model", "planner", "robot-bridge")
          .whereLayer("configs")
          .mayNotAccessAnyLayer()
          .because(
              "the order world-model, planner, robot-bridge, sim, launch is what lets each part be read"
                  + " and tested without the ones after it; configs stands alone because it reads any"
                  + " record by reflection");

  @ArchTest
  static final ArchRule everyClassBelongsToAModule =
      classes()
          .should()
          .resideInAnyPackage(
              "dev.lookahead.worldmodel..",
              "dev.lookahead.planner..",
              "dev.lookahead.bridge..",
              "dev.lookahead.sim..",
              "dev.lookahead.config..",
              "dev.lookahead.launch..")
          .because("a package outside the known roots would escape the module order");

  @ArchTest
  static final ArchRule plannerBridgeAndSimSeeOnlyTheContractAndEpisodes =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.lookahead.planner..", "dev.lookahead.bridge..", "dev.lookahead.sim..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.lookahead.worldmodel..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "dev.lookahead.worldmodel",
                              "dev.lookahead.worldmodel.episode..",
                              "dev.lookahead.worldmodel.file..",
                              "dev.lookahead.worldmodel.pose..",
                              "dev.lookahead.worldmodel.statistics.."))))
          .because(
              "planners, robots and worlds work with any world model: they see its contract and"
                  + " recorded episodes, besides plain files, statistics and poses of end effectors, never"
                  + " encoders, predictors or the engine");

  @ArchTest
  static final ArchRule theContractIsPlainJdk =
      classes()
          .that()
          .resideInAPackage("dev.lookahead.worldmodel")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify.annotations", "dev.lookahead.worldmodel")
          .because(
              "everyone imports the contract, so whatever it imports becomes everyone's dependency;"
                  + " it knows neither episodes nor any other package of its module");

  @ArchTest
  static final ArchRule theGuardStandsAlone =
      classes()
          .that()
          .resideInAPackage("dev.lookahead.bridge.guard")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations",
              "dev.lookahead.worldmodel",
              "dev.lookahead.bridge.guard")
          .because(
              "what decides whether a robot moves must be read and tested by itself: it sees the JDK and"
                  + " the plain contract, no planner, no port and no library");

  @ArchTest
  static final ArchRule episodesDoNotKnowTheEngine =
      noClasses()
          .that()
          .resideInAPackage("dev.lookahead.worldmodel.episode..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.lookahead.worldmodel.tensor.*..", "ai.djl..")
          .because("recording and replaying episodes must work where no engine is installed");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices()
          .matching("dev.lookahead.(**)")
          .should()
          .beFreeOfCycles()
          .because("a cycle of packages can only be read, tested and changed as one lump");
}
