package io.liftlock.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.change.Change;
import io.liftlock.core.database.Database;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.event.Event;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.report.MigrationProof;
import io.liftlock.core.report.MigrationProof.Result;
import io.liftlock.core.report.Validated;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.engine.run.RunOptions;
import io.liftlock.engine.run.Timing;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found of rollbacks, the same on every database. */
abstract class ValidatorContract {

  Migrations migrations;
  final List<Event> events = new ArrayList<>();
  final List<SeedFile> seeds = new ArrayList<>();
  int rows = 3;

  abstract Dialect dialect();

  /** Another empty database. */
  abstract Database scratch();

  @BeforeEach
  void begin() {
    migrations = new Migrations(dialect());
  }

  Validated validate(Predicate<Migration> wanted) {
    Conditions conditions =
        new Conditions(
            new RunOptions("batch", OpenDatabase.RUNNER, Duration.ZERO),
            new Timing(Clock.systemUTC(), duration -> {}, new Random(7)),
            Map.of(),
            List.of(),
            events::add);
    return new Validator(this::scratch, conditions, rows, new Random(7), seeds)
        .validate("main", migrations.all, wanted);
  }

  List<MigrationProof> validate() {
    Validated validated = validate(migration -> true);
    assertThat(validated.gaps()).isEmpty();
    return validated.migrations();
  }

  static List<Result> results(List<MigrationProof> proofs) {
    return proofs.stream().map(MigrationProof::result).toList();
  }

  static List<ObjectId> different(MigrationProof proof) {
    return proof.differences().stream()
        .flatMap(difference -> difference.diff().changes().stream())
        .map(Change::object)
        .toList();
  }

  Migrations users() {
    return migrations.add(
        "1",
        "CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, phone text)",
        "DROP TABLE users");
  }

  @Test
  void findsWhatIsExact() {
    users()
        .add(
            "2",
            "ALTER TABLE users ADD COLUMN note text; CREATE INDEX users_note ON users (note)",
            "DROP INDEX users_note; ALTER TABLE users DROP COLUMN note");
    List<MigrationProof> proofs = validate();
    assertThat(results(proofs)).containsExactly(Result.EXACT, Result.EXACT);
    assertThat(proofs).allSatisfy(proof -> assertThat(proof.lost()).isEmpty());
    assertThat(events).hasSize(2);
  }

  @Test
  void findsAForgottenIndexAndGoesOn() {
    users()
        .add("2", "CREATE TABLE posts (id integer PRIMARY KEY, t text)", "DROP TABLE posts")
        .add(
            "3",
            "CREATE INDEX IF NOT EXISTS posts_t ON posts (t); ALTER TABLE posts ADD COLUMN n text",
            "ALTER TABLE posts DROP COLUMN n")
        .add("4", "CREATE TABLE more (id integer)", "DROP TABLE more");
    List<MigrationProof> proofs = validate();
    assertThat(results(proofs))
        .containsExactly(Result.EXACT, Result.EXACT, Result.DIFFERS, Result.EXACT);
    assertThat(different(proofs.get(2))).extracting(ObjectId::name).containsExactly("posts_t");
  }

  @Test
  void findsColumnsInAnotherOrder() {
    users()
        .add(
            "2",
            "ALTER TABLE users DROP COLUMN email",
            "ALTER TABLE users ADD COLUMN email text NOT NULL DEFAULT ''");
    migrations.all.remove(1);
    migrations
        .add("2", "ALTER TABLE users ADD COLUMN a text", "ALTER TABLE users DROP COLUMN a")
        .add("3", "ALTER TABLE users DROP COLUMN phone", "ALTER TABLE users ADD COLUMN phone text");
    List<MigrationProof> proofs = validate();
    assertThat(results(proofs)).containsExactly(Result.EXACT, Result.EXACT, Result.COLUMN_ORDER);
    assertThat(proofs.get(2).lost())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.columns()).containsExactly("phone");
              assertThat(change.lost()).isZero();
            });
  }

  @Test
  void findsARollbackThatLosesRows() {
    users()
        .add(
            "2",
            "ALTER TABLE users ADD COLUMN note text",
            "ALTER TABLE users DROP COLUMN note; DELETE FROM users WHERE phone IS NOT NULL");
    List<MigrationProof> proofs = validate();
    assertThat(results(proofs)).containsExactly(Result.EXACT, Result.EXACT);
    assertThat(proofs.get(1).lost())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.table().name()).isEqualTo("users");
              assertThat(change.lost()).isPositive();
            });
  }

  @Test
  void findsRowsThatARollbackLeavesBehind() {
    users()
        .add(
            "2", "INSERT INTO users (id, email) VALUES (1, 'a')", "DELETE FROM users WHERE id = 2");
    List<MigrationProof> proofs = validate();
    // Up again meets its own row.
    assertThat(results(proofs)).containsExactly(Result.EXACT, Result.FAILS);
    assertThat(proofs.get(1).lost())
        .singleElement()
        .satisfies(change -> assertThat(change.after()).isEqualTo(change.before() + 1));
  }

  @Test
  void findsARollbackThatFailsHalfWayAndGoesOn() {
    users()
        .add(
            "2",
            "CREATE TABLE a (id integer); CREATE TABLE b (id integer)",
            "DROP TABLE a; DROP TABLE gone; DROP TABLE b")
        .add("3", "CREATE TABLE c (id integer)", "DROP TABLE c");
    List<MigrationProof> proofs = validate();
    assertThat(results(proofs)).containsExactly(Result.EXACT, Result.FAILS, Result.EXACT);
    Problem problem = proofs.get(1).problem().orElseThrow();
    assertThat(problem.message()).contains("on the way down").contains("gone");
    assertThat(problem.place().file()).isEqualTo("2_rollback.sql");
  }

  @Test
  void findsARollbackThatMeetsRowsOfTheNewVersion() {
    users()
        .add("2", "CREATE TABLE codes (code text NOT NULL); DELETE FROM codes", "DROP TABLE codes")
        .add(
            "3",
            "ALTER TABLE codes ADD COLUMN wide text",
            "CREATE TABLE narrow (code text NOT NULL CHECK (length(code) < 13));"
                + " INSERT INTO narrow SELECT code FROM codes; DROP TABLE codes;"
                + " ALTER TABLE narrow RENAME TO codes");
    List<MigrationProof> proofs = validate();
    assertThat(results(proofs)).containsExactly(Result.EXACT, Result.EXACT, Result.FAILS);
    assertThat(proofs.get(2).problem().orElseThrow().message()).contains("on the way down");
  }

  @Test
  void findsAMigrationThatWorksOnEmptyTablesOnly() {
    users()
        .add(
            "2",
            "CREATE TABLE copies (id integer, phone text NOT NULL);"
                + " INSERT INTO copies SELECT id, phone FROM users",
            "DROP TABLE copies")
        .add("3", "CREATE TABLE c (id integer)", "DROP TABLE c");
    List<MigrationProof> proofs = validate();
    assertThat(results(proofs)).containsExactly(Result.EXACT, Result.FAILS, Result.EXACT);
    Problem problem = proofs.get(1).problem().orElseThrow();
    assertThat(problem.message()).contains("on the way up");
    assertThat(problem.action()).contains("empty");
    rows = 0;
    assertThat(results(validate())).containsOnly(Result.EXACT);
  }

  @Test
  void doesNotTryWhatStandsOnABrokenMigration() {
    users()
        .add("2", "CREATE TABLE a (id integer); DROP TABLE gone", "DROP TABLE a")
        .add("3", "CREATE TABLE c (id integer)", "DROP TABLE c");
    assertThat(results(validate())).containsExactly(Result.EXACT, Result.FAILS, Result.NOT_TRIED);
  }

  @Test
  void acceptsNoRollbackOnlyForAReason() {
    users()
        .addWithoutRollback("2", "CREATE TABLE a (id integer)")
        .addWithoutRollback(
            "3", "-- Rollback: none because the old values are gone\nCREATE TABLE b (id integer)")
        .addWithoutRollback("4", "-- Rollback: none\nCREATE TABLE c (id integer)");
    List<MigrationProof> proofs = validate();
    assertThat(results(proofs))
        .containsExactly(Result.EXACT, Result.NO_ROLLBACK, Result.IRREVERSIBLE, Result.NO_ROLLBACK);
    assertThat(proofs.get(2).problem().orElseThrow().message())
        .contains("because the old values are gone");
  }

  @Test
  void runsWhatComesBeforeAndProvesTheRest() {
    users()
        .addWithoutRollback("2", "CREATE TABLE a (id integer)")
        .add("3", "CREATE TABLE b (id integer)", "DROP TABLE b");
    Validated validated = validate(migration -> migration.id().equals(MigrationId.of("3")));
    assertThat(validated.migrations())
        .extracting(proof -> proof.migration().id().toString(), MigrationProof::result)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("3", Result.EXACT));
    assertThat(validated.isSound()).isTrue();
  }

  @Test
  void runsRepeatableMigrationsTwice() {
    users()
        .addRepeatable(
            "names", "DROP VIEW IF EXISTS names; CREATE VIEW names AS SELECT email FROM users")
        .addRepeatable("once", "CREATE TABLE once (id integer)");
    List<MigrationProof> proofs = validate();
    assertThat(results(proofs)).containsExactly(Result.EXACT, Result.EXACT, Result.FAILS);
  }

  @Test
  void writesRowsOfPeopleAtTheirPlace() {
    users()
        .add("2", "CREATE TABLE copies (id integer, phone text NOT NULL)", "DROP TABLE copies")
        .add(
            "3",
            "INSERT INTO copies SELECT id, phone FROM users WHERE phone = 'mine'",
            "DELETE FROM copies WHERE phone = 'mine' AND id <> 4");
    seeds.add(
        seed("001_users.sql", "1", "INSERT INTO users (id, email, phone) VALUES (4, 'x', 'mine')"));
    seeds.add(seed("more.sql", null, "INSERT INTO copies (id, phone) VALUES (1, 'y')"));
    List<MigrationProof> proofs = validate();
    assertThat(results(proofs)).containsOnly(Result.EXACT);
    assertThat(proofs.get(2).lost())
        .singleElement()
        .satisfies(change -> assertThat(change.after()).isEqualTo(change.before() + 1));
  }

  @Test
  void saysWhereRowsOfPeopleAreWrong() {
    users();
    seeds.add(seed("001_users.sql", "1", "-- first line\nINSERT INTO nobody VALUES (4)"));
    assertThatThrownBy(this::validate)
        .isInstanceOfSatisfying(
            LiftlockException.class,
            e -> {
              Problem problem = e.problems().get(0);
              assertThat(problem.code()).isEqualTo(ErrorCode.SEED_INVALID);
              assertThat(problem.place().file()).isEqualTo("seeds/001_users.sql");
              assertThat(problem.place().line()).isEqualTo(2);
            });
    seeds.clear();
    seeds.add(seed("rows.sql", null, "INSERT INTO nobody VALUES (4)"));
    assertThatThrownBy(this::validate).hasMessageContaining("seeds/rows.sql");
  }

  private SeedFile seed(String name, String after, String sql) {
    return new SeedFile(
        "main",
        Optional.ofNullable(after).map(MigrationId::of),
        new ScriptReader().read("seeds/" + name, sql, dialect()));
  }
}
