package io.liftlock.e2e;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/**
 * The house: arrows run one way, adapters are strangers to each other, core and engine need only
 * the JDK. A broken rule is repaired, or the plan is changed in an ADR; never frozen or exempted.
 *
 * <p>ArchUnit fails a rule that finds no class to look at. Rules about modules that are not begun
 * say {@code allowEmptyShould(true)}; strike that when the module arrives.
 */
@AnalyzeClasses(packages = "io.liftlock", importOptions = ProductCode.class)
class ArchitectureTest {

  /** R1. The layers are optional for the doors and adapters that are not begun. */
  @ArchTest
  static final ArchRule houseHasFiveFloors =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("core")
          .definedBy("io.liftlock.core..")
          .layer("engine")
          .definedBy("io.liftlock.engine..")
          .layer("adapters")
          .definedBy(
              "io.liftlock.postgres..",
              "io.liftlock.sqlite..",
              "io.liftlock.embedded..",
              "io.liftlock.jpa..",
              "io.liftlock.spark..")
          .layer("runtime")
          .definedBy("io.liftlock.runtime..")
          .layer("fronts")
          .definedBy(
              "io.liftlock.cli..",
              "io.liftlock.dashboard..",
              "io.liftlock.maven..",
              "io.liftlock.spring..",
              "io.liftlock.junit..")
          .whereLayer("fronts")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("runtime")
          .mayOnlyBeAccessedByLayers("fronts")
          .whereLayer("adapters")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("engine")
          .mayOnlyBeAccessedByLayers("runtime")
          .whereLayer("core")
          .mayOnlyBeAccessedByLayers("engine", "adapters", "runtime", "fronts");

  /** R2. Mind the two stars: with one, rings inside a module are not seen. */
  @ArchTest
  static final ArchRule noPackageCycles =
      slices().matching("io.liftlock.(**)").should().beFreeOfCycles();

  /** R3. */
  @ArchTest
  static final ArchRule adaptersAreStrangers =
      slices()
          .matching("io.liftlock.(postgres|sqlite|embedded|jpa|spark)..")
          .should()
          .notDependOnEachOther();

  /** R4. */
  @ArchTest
  static final ArchRule siblingsDoNotTalk =
      slices()
          .matching("io.liftlock.engine.(migrate|model|rollout|transfer)..")
          .should()
          .notDependOnEachOther();

  /** R5. */
  @ArchTest
  static final ArchRule frontsAreStrangers =
      slices()
          .matching("io.liftlock.(cli|dashboard|maven|spring|junit)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage("io.liftlock.cli.."), resideInAPackage("io.liftlock.dashboard.."));

  /** R6. */
  @ArchTest
  static final ArchRule verbsStandAlone =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.liftlock.engine.run..",
              "io.liftlock.engine.safety..",
              "io.liftlock.engine.proof..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.liftlock.engine.migrate..",
              "io.liftlock.engine.model..",
              "io.liftlock.engine.rollout..",
              "io.liftlock.engine.transfer..",
              "io.liftlock.engine.deploy..");

  /** R7. */
  @ArchTest
  static final ArchRule nothingAboveDeploy =
      noClasses()
          .that()
          .resideInAPackage("io.liftlock.engine..")
          .and()
          .resideOutsideOfPackage("io.liftlock.engine.deploy..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.liftlock.engine.deploy..");

  /** R8. The database port is the one place of core that names the world outside. */
  @ArchTest
  static final ArchRule nounsDoNoInputOutput =
      noClasses()
          .that()
          .resideInAPackage("io.liftlock.core..")
          .and()
          .resideOutsideOfPackage("io.liftlock.core.database..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax.sql..",
              "java.nio.file..",
              "java.net..",
              "java.util.concurrent..")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now");

  /** R9. */
  @ArchTest
  static final ArchRule coreAndEngineNeedOnlyTheJdk =
      classes()
          .that()
          .resideInAnyPackage("io.liftlock.core..", "io.liftlock.engine..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.liftlock..", "java..", "javax.sql..", "org.jspecify..");

  /** R10. */
  @ArchTest
  static final ArchRule onlyTheTerminalPrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.liftlock.cli..")
          .should(ACCESS_STANDARD_STREAMS);

  /** R11. */
  @ArchTest static final ArchRule namedErrors = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  /** R12. */
  @ArchTest
  static final ArchRule plainNames =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Service")
          .orShould()
          .haveSimpleNameEndingWith("Context")
          .orShould()
          .haveSimpleNameStartingWith("Abstract");

  /** R13. */
  @ArchTest
  static final ArchRule lintRulesAreFinal =
      classes()
          .that()
          .resideInAPackage("io.liftlock.engine.safety.rules..")
          .and()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .should()
          .haveModifier(FINAL);

  /** Whoever needs the time, a random number or an id is given it: else no test could say which. */
  @ArchTest
  static final ArchRule timeAndChanceAreParameters =
      noClasses()
          .that()
          .resideInAnyPackage("io.liftlock.core..", "io.liftlock.engine..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callConstructor(Random.class);

  /** The sentence that says what lives in a package and what may not. */
  @ArchTest
  static void everyPackageSaysWhatItHolds(JavaClasses product) {
    TreeSet<String> silent = new TreeSet<>();
    for (JavaClass type : product) {
      JavaPackage home = type.getPackage();
      if (!home.tryGetPackageInfo()
          .map(info -> info.isAnnotatedWith(NullMarked.class))
          .orElse(false)) {
        silent.add(home.getName());
      }
    }
    assertThat(silent).as("packages without a @NullMarked package-info").isEmpty();
  }

  /** Rules over classes that nobody sees would always be green. */
  @ArchTest
  static void everyModuleIsLookedAt(JavaClasses product) {
    TreeSet<String> unseen = new TreeSet<>();
    for (String module : Project.modules()) {
      Path sources = Project.file(module).resolve("src/main/java");
      String home = "io.liftlock." + module;
      if (Files.isDirectory(sources)
          && !module.equals("testkit")
          && product.stream().noneMatch(type -> type.getPackageName().startsWith(home))) {
        unseen.add(module);
      }
    }
    assertThat(unseen).as("modules with sources whose classes the rules do not see").isEmpty();
  }
}
