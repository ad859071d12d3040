package io.liftlock.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.engine.run.Care;
import io.liftlock.engine.run.Clearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectReaderTest {

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Project read(Map<String, String> variables) {
    return ProjectReader.read(ProjectOptions.in(folder), variables);
  }

  private List<Problem> faults(ProjectOptions options) {
    return catchThrowableOfType(
            LiftlockException.class, () -> ProjectReader.read(options, Map.of()))
        .problems();
  }

  private List<Problem> faults() {
    return faults(ProjectOptions.in(folder));
  }

  private static List<String> urls(Project project) {
    return project.databases().stream()
        .map(database -> database.name() + " " + database.url() + " from " + database.origin())
        .toList();
  }

  private static final String TWO_ENVIRONMENTS =
      """
      migrations: [sql/common, sql/journal]
      layout: numbered
      history: {schema: audit, table: versions}
      settings: {work_mem: 64MB}
      assign:
        "*_local_*": trades
      log: {file: logs/liftlock.log}
      environments:
        development:
          databases:
            main: ${DATABASE_URL:-embedded:main}
            trades: sqlite:state/${NAME:-trades}.db
          disposable: true
          policy: {lock-timeout: 500ms, statement-timeout: 0, retry-deadline: 1min}
        production:
          databases:
            main: postgresql://${USER_NAME}:${PASSWORD}@db:5432/journal
      """;

  @Test
  void everyKeyArrivesInTheProject() throws IOException {
    write("liftlock.yaml", TWO_ENVIRONMENTS);
    Project project = read(Map.of("NAME", "mine"));
    assertThat(project.migrations())
        .containsExactly(folder.resolve("sql/common"), folder.resolve("sql/journal"));
    assertThat(project.layout()).isEqualTo("numbered");
    assertThat(project.history().schema()).isEqualTo("audit");
    assertThat(project.history().table()).isEqualTo("versions");
    assertThat(project.settings()).containsExactly(Map.entry("work_mem", "64MB"));
    assertThat(project.assigned()).containsExactly(Map.entry("*_local_*", "trades"));
    assertThat(project.logFile()).isEqualTo(folder.resolve("logs/liftlock.log"));
    assertThat(project.disposable()).isTrue();
    assertThat(project.policy().timeouts().lock()).isEqualTo(Duration.ofMillis(500));
    assertThat(project.policy().timeouts().statement()).isZero();
    assertThat(project.policy().retryDeadline()).isEqualTo(Duration.ofMinutes(1));
    assertThat(urls(project))
        .containsExactly(
            "main embedded:main from liftlock.yaml, environment development",
            "trades sqlite:"
                + folder.resolve("state/mine.db")
                + " from liftlock.yaml, environment development");
  }

  @Test
  void aPasswordIsNeverShown() throws IOException {
    write("liftlock.yaml", TWO_ENVIRONMENTS);
    write(".env", "USER_NAME=deploy\nPASSWORD='s3cret$1'\n");
    Project project =
        ProjectReader.read(
            new ProjectOptions(folder, null, "production", null, null, null), Map.of());
    assertThat(project.databases().get(0).url().password()).isEqualTo("s3cret$1");
    assertThat(project.toString()).doesNotContain("s3cret").contains("deploy@db:5432/journal");
    assertThat(project.disposable()).isFalse();
  }

  @Test
  void theConfigurationIsFoundUpwardsAndItsPathsAreRelativeToIt() throws IOException {
    write("liftlock.yaml", TWO_ENVIRONMENTS);
    Path below = Files.createDirectories(folder.resolve("src/deep"));
    Project project = ProjectReader.read(ProjectOptions.in(below), Map.of());
    assertThat(project.directory()).isEqualTo(folder);
    assertThat(project.databases().get(1).url().location())
        .isEqualTo(folder.resolve("state/trades.db").toString());
  }

  @Test
  void theUrlFlagComesBeforeTheConfigurationAndNeverCountsAsDisposable() throws IOException {
    write("liftlock.yaml", TWO_ENVIRONMENTS);
    Project project =
        ProjectReader.read(
            new ProjectOptions(folder, null, null, null, "sqlite:other.db", null),
            Map.of("DATABASE_URL", "postgres://a/b"));
    assertThat(urls(project))
        .containsExactly("main sqlite:" + folder.resolve("other.db") + " from --url");
    assertThat(project.disposable()).isFalse();
  }

  @Test
  void aVariableThatDecidesTheDatabaseIsToldFromOneThatIsOnlyAPassword() throws IOException {
    write(
        "liftlock.yaml",
        """
        environments:
          development:
            databases:
              whole: ${DATABASE_URL:-embedded:main}
              host: postgresql://app@${HOST}:5432/journal
              secret: postgresql://${USER_NAME}:${PASSWORD}@db:5432/journal?sslmode=require
        """);
    Map<String, String> variables =
        Map.of("DATABASE_URL", "postgres://a/b", "HOST", "h", "USER_NAME", "u", "PASSWORD", "p@w");
    assertThat(read(variables).databases())
        .extracting(DatabaseSource::variables)
        .containsExactly(List.of("DATABASE_URL"), List.of("HOST"), List.of());
    assertThat(read(Map.of("HOST", "h", "USER_NAME", "u", "PASSWORD", "p")).databases().get(0))
        .extracting(DatabaseSource::variables)
        .isEqualTo(List.of());
  }

  @Test
  void theConfigurationComesBeforeTheProcessAndTheProcessBeforeTheFile() throws IOException {
    write(".env", "DATABASE_URL=\"postgres://file/db\"\n");
    assertThat(urls(read(Map.of())))
        .containsExactly("main postgresql://file/db from DATABASE_URL in .env");
    assertThat(urls(read(Map.of("DATABASE_URL", "postgres://process/db"))))
        .containsExactly("main postgresql://process/db from DATABASE_URL");
    write("liftlock.yaml", "environments: {development: {databases: {app: 'sqlite:app.db'}}}\n");
    assertThat(urls(read(Map.of("DATABASE_URL", "postgres://process/db"))))
        .containsExactly(
            "app sqlite:"
                + folder.resolve("app.db")
                + " from liftlock.yaml, environment development");
  }

  @Test
  void theVariableOfAnEnvironmentThatIsNotChosenNeedNotBeSet() throws IOException {
    write("liftlock.yaml", TWO_ENVIRONMENTS);
    assertThat(read(Map.of()).environment()).isEqualTo("development");
    assertThat(faults(new ProjectOptions(folder, null, "production", null, null, null)))
        .first()
        .satisfies(
            fault -> {
              assertThat(fault.message()).isEqualTo("the variable USER_NAME is not set");
              assertThat(fault.place()).isEqualTo(new Place("liftlock.yaml", 17, 13));
            });
  }

  @Test
  void everyUnknownKeyIsToldAtOnceWithItsPlaceAndWhatWasMeant() throws IOException {
    write(
        "liftlock.yaml",
        """
        migration: sql
        environments:
          development:
            database: {}
            policy: {lock_timeout: 2s}
          production:
            disposible: true
        """);
    assertThat(faults())
        .extracting(fault -> fault.code() + " " + fault.place() + " " + fault.action())
        .containsExactly(
            "CONFIG_KEY_UNKNOWN liftlock.yaml:1:1 did you mean migrations?",
            "CONFIG_KEY_UNKNOWN liftlock.yaml:4:5 did you mean databases?",
            "CONFIG_KEY_UNKNOWN liftlock.yaml:5:14 did you mean lock-timeout?",
            "CONFIG_KEY_UNKNOWN liftlock.yaml:7:5 did you mean disposable?");
  }

  @Test
  void aPolicyThatCannotBeReadIsRefusedRatherThanForgotten() throws IOException {
    write(
        "liftlock.yaml",
        "environments: {development: {policy: {window: 'Caturday 02:00-05:00 UTC', lint:"
            + " refus}}}\n");
    assertThat(faults())
        .extracting(fault -> fault.code() + " " + fault.message())
        .containsExactly(
            "CONFIG_INVALID lint is off, warn or refuse, not refus",
            "CONFIG_INVALID the maintenance window cannot be read: Caturday 02:00-05:00 UTC");
  }

  @Test
  void readsHowCarefullyToRun() throws IOException {
    write(
        "liftlock.yaml",
        """
        environments:
          development:
            policy:
              hold-budget: 2s
              replica-lag: 10s
              cancel-blockers:
                - {application: report-*, older-than: 5min}
                - {user: analyst, terminate: true}
        """);
    Care care = read(Map.of()).policy().care();
    assertThat(care.hold()).isEqualTo(Duration.ofSeconds(2));
    assertThat(care.replicaLag()).contains(Duration.ofSeconds(10));
    assertThat(care.clearances())
        .containsExactly(
            new Clearance(Optional.of("report-*"), Optional.empty(), Duration.ofMinutes(5), false),
            new Clearance(Optional.empty(), Optional.of("analyst"), Duration.ofSeconds(30), true));
  }

  @Test
  void refusesToCancelJustAnybody() throws IOException {
    write(
        "liftlock.yaml",
        "environments: {development: {policy: {cancel-blockers: [{older-than: 5min}]}}}\n");
    assertThat(faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("application or user"));
  }

  @Test
  void malformedYamlIsToldWithLineAndColumn() throws IOException {
    write("liftlock.yaml", "migrations: sql\nlayout: [numbered\n");
    assertThat(faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
              assertThat(fault.place()).isEqualTo(new Place("liftlock.yaml", 3, 1));
            });
  }

  @Test
  void aKeyWrittenTwiceIsAnError() throws IOException {
    write("liftlock.yaml", "layout: numbered\nlayout: flyway\n");
    assertThat(faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("layout is written twice"));
  }

  @Test
  void aDurationWithoutUnitIsAnError() throws IOException {
    write("liftlock.yaml", "environments: {development: {policy: {lock-timeout: 2}}}\n");
    assertThat(faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("takes a duration, not 2"));
  }

  @Test
  void aWrongUrlIsToldWithItsPlaceAndWithoutItsText() throws IOException {
    write(
        "liftlock.yaml",
        "environments: {development: {databases: {main: 'mysql://u:hidden@h/d'}}}\n");
    assertThat(faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo(ErrorCode.DATABASE_URL_INVALID);
              assertThat(fault.render()).contains("liftlock.yaml:1:").doesNotContain("hidden");
            });
  }

  @Test
  void anUnknownEnvironmentOrDatabaseIsToldWithWhatWasMeant() throws IOException {
    write("liftlock.yaml", TWO_ENVIRONMENTS);
    assertThat(faults(new ProjectOptions(folder, null, "prodution", null, null, null)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.action()).isEqualTo("did you mean --env production?"));
    assertThat(faults(new ProjectOptions(folder, null, null, "trade", null, null)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo(ErrorCode.DATABASE_UNKNOWN);
              assertThat(fault.action()).isEqualTo("did you mean --database trades?");
            });
  }

  @Test
  void anEnvironmentThatNobodyConfiguredIsAnErrorEvenWhenAVariableNamesADatabase() {
    LiftlockException fault =
        catchThrowableOfType(
            LiftlockException.class,
            () ->
                ProjectReader.read(
                    new ProjectOptions(folder, null, "production", null, null, null),
                    Map.of("DATABASE_URL", "postgres://localhost/dev")));
    assertThat(fault.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
  }

  @Test
  void oneSelectedDatabaseIsTheOnlyTarget() throws IOException {
    write("liftlock.yaml", TWO_ENVIRONMENTS);
    Project project =
        ProjectReader.read(new ProjectOptions(folder, null, null, "trades", null, null), Map.of());
    assertThat(project.targets()).extracting(DatabaseSource::name).containsExactly("trades");
    assertThat(project.databases()).hasSize(2);
  }
}
