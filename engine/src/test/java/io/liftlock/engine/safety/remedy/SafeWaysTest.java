package io.liftlock.engine.safety.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.Facts;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.Expression;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.LintedScript;
import io.liftlock.engine.safety.Linter;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.postgres.PostgresDriver;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Each safe way ends in the schema of the statement that it stands for, names included, on tables
 * that hold rows.
 */
class SafeWaysTest {

  private static final String TABLE =
      "CREATE TABLE t (id int8 PRIMARY KEY, a int, b text);"
          + " INSERT INTO t SELECT g, g, g::text FROM generate_series(1, 5) g;";

  private static final String REFERENCED =
      "CREATE TABLE p (id int8 PRIMARY KEY, n int UNIQUE);"
          + " INSERT INTO p SELECT g, g FROM generate_series(1, 9) g;";

  private static final String PARTITIONED =
      "CREATE TABLE t (k int, a int8) PARTITION BY RANGE (k);"
          + " CREATE TABLE t_low PARTITION OF t FOR VALUES FROM (0) TO (3);"
          + " CREATE TABLE t_rest PARTITION OF t DEFAULT PARTITION BY LIST (k);"
          + " CREATE TABLE t_rest_all PARTITION OF t_rest DEFAULT;"
          + " INSERT INTO t SELECT g, g FROM generate_series(1, 5) g;";

  /** Set-up, and the statement that has a safe way. */
  private static final List<List<String>> WAYS =
      List.of(
          List.of(TABLE, "ALTER TABLE t ALTER COLUMN a SET NOT NULL"),
          List.of(TABLE, "ALTER TABLE t ADD CHECK (a > 0)"),
          List.of(TABLE, "ALTER TABLE t ADD CHECK (a > 0 AND b <> '')"),
          List.of(TABLE, "ALTER TABLE t ADD CONSTRAINT \"A b\" CHECK (a > 0) -- positive"),
          List.of(
              TABLE + " ALTER TABLE t ADD CHECK (a > 1) NOT VALID",
              "ALTER TABLE t ADD CHECK (a > 0)"),
          List.of(TABLE, "ALTER TABLE t ADD UNIQUE (a, b)"),
          List.of(TABLE, "ALTER TABLE t ADD CONSTRAINT u UNIQUE (a) INCLUDE (b) DEFERRABLE"),
          List.of(TABLE, "ALTER TABLE t ADD UNIQUE (a) WITH (fillfactor = 70)"),
          List.of(
              "CREATE TABLE t (id int8, a int); INSERT INTO t VALUES (1, 2)",
              "ALTER TABLE t ADD PRIMARY KEY (id, a)"),
          List.of(
              "CREATE TABLE t (id int8, a int); CREATE UNIQUE INDEX t_pkey ON t (id)",
              "ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey"),
          List.of(
              REFERENCED + TABLE,
              "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p (n) ON DELETE SET NULL ON UPDATE"
                  + " CASCADE DEFERRABLE INITIALLY DEFERRED"),
          List.of(REFERENCED + PARTITIONED, "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p"),
          List.of(PARTITIONED, "ALTER TABLE t ADD UNIQUE (k, a)"),
          List.of(PARTITIONED, "ALTER TABLE t ADD CONSTRAINT one CHECK (a > 0)"),
          List.of(PARTITIONED, "ALTER TABLE t ALTER a SET NOT NULL"),
          List.of(TABLE, "ALTER TABLE t ADD COLUMN c float8 DEFAULT random()"),
          List.of(
              TABLE,
              "ALTER TABLE t ADD COLUMN c uuid NOT NULL DEFAULT gen_random_uuid() /* new */"
                  + " UNIQUE"),
          List.of(TABLE, "ALTER TABLE t ADD c text COLLATE \"C\" DEFAULT timeofday() NOT NULL"),
          List.of(TABLE, "ALTER TABLE t ADD COLUMN c bigserial"),
          List.of(TABLE, "ALTER TABLE t ADD COLUMN c smallserial UNIQUE"),
          List.of(
              "CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2)",
              "ALTER TABLE t ADD COLUMN id serial PRIMARY KEY"),
          List.of(TABLE, "ALTER TABLE t ADD COLUMN c int8 GENERATED ALWAYS AS IDENTITY"),
          List.of(
              "CREATE SCHEMA s; CREATE TABLE s.\"Order\" (a int); INSERT INTO s.\"Order\" VALUES"
                  + " (1)",
              "ALTER TABLE s.\"Order\" ADD \"user\" int GENERATED BY DEFAULT AS IDENTITY (START 100"
                  + " INCREMENT 10)"),
          List.of(TABLE, "ALTER TABLE t ADD COLUMN c int DEFAULT 1 CHECK (c > 0) NOT NULL"),
          List.of(TABLE, "ALTER TABLE t ADD COLUMN c text UNIQUE"),
          List.of(
              REFERENCED + TABLE,
              "ALTER TABLE t ADD COLUMN p int8 DEFAULT 1 CONSTRAINT known REFERENCES p (id) ON"
                  + " DELETE CASCADE"),
          List.of(
              REFERENCED,
              "CREATE TABLE t (id int8 PRIMARY KEY, p int8 REFERENCES p NOT NULL, x int)"),
          List.of(
              REFERENCED,
              "CREATE TABLE t (a int8, b int, CONSTRAINT k FOREIGN KEY (a) REFERENCES p (id),"
                  + " FOREIGN KEY (b) REFERENCES p (n), CHECK (a > 0))"),
          List.of(
              REFERENCED + " CREATE TABLE t (a int8 REFERENCES p, b int REFERENCES p (n))",
              "DROP TABLE t"));

  @TestFactory
  Stream<DynamicTest> endsInTheSameSchema() {
    return tests(Integer.getInteger("liftlock.test.major", 18));
  }

  @TestFactory
  @Tag("majors")
  Stream<DynamicTest> endsInTheSameSchemaOnTheOldestMajor() {
    return tests(14);
  }

  private static Stream<DynamicTest> tests(int major) {
    return WAYS.stream()
        .map(
            way ->
                DynamicTest.dynamicTest(
                    way.get(1) + " on " + major, () -> prove(way.get(0), way.get(1), major)));
  }

  private static void prove(String setup, String sql, int major) throws SQLException {
    Moment moment = moment(setup, sql, major);
    Fix fix = fix(moment).orElseThrow();
    assertThat(fix.kind()).isEqualTo(Fix.Kind.REWRITE);
    Schema original = after(setup, List.of(sql), major);
    List<String> steps = fix.steps().stream().map(SafeStep::sql).toList();
    Schema safe = after(setup, steps, major);
    assertThat(SchemaDiff.between(original, safe).changes()).as(fix.sql()).isEmpty();
  }

  /** The statement where it stands, behind its set-up. */
  private static Moment moment(String setup, String sql, int major) {
    List<Moment> seen = new ArrayList<>();
    Rule recorder =
        new Rule() {
          @Override
          public Severity severity() {
            return Severity.ADVICE;
          }

          @Override
          public void check(Moment moment, Findings findings) {
            seen.add(moment);
          }
        };
    new Linter(
            new PostgresDriver().parser(),
            Map.of(recorder, Severity.ADVICE),
            major,
            Facts.unknown())
        .lint(List.of(script(setup, false), script(sql, true)), Outline.empty(Dialect.POSTGRES));
    return seen.get(0);
  }

  private static LintedScript script(String sql, boolean asked) {
    return LintedScript.of(new ScriptReader().read("way.sql", sql, Dialect.POSTGRES), asked);
  }

  private static Optional<Fix> fix(Moment moment) {
    return moment
        .command()
        .match(
            new Command.Some<Optional<Fix>>() {
              @Override
              public Optional<Fix> otherwise(Command command) {
                return Optional.empty();
              }

              @Override
              public Optional<Fix> createTable(CreateTable table) {
                List<ConstraintDefinition> keys =
                    Stream.concat(
                            table.columns().stream()
                                .flatMap(column -> column.constraints().stream()),
                            table.constraints().stream())
                        .filter(each -> each.references().isPresent())
                        .toList();
                return CreateTableSteps.of(moment, table, keys);
              }

              @Override
              public Optional<Fix> drop(Drop drop) {
                return DropTableSteps.of(moment, drop);
              }

              @Override
              public Optional<Fix> alterTable(AlterTable alter) {
                return fix(moment, alter, alter.actions().get(0));
              }
            });
  }

  private static Optional<Fix> fix(Moment moment, AlterTable alter, Alteration action) {
    return action.match(
        new Alteration.Some<Optional<Fix>>() {
          @Override
          public Optional<Fix> otherwise(Alteration other) {
            return Optional.empty();
          }

          @Override
          public Optional<Fix> setNotNull(Alteration.SetNotNull not) {
            return NotNullSteps.of(moment, alter, not.column());
          }

          @Override
          public Optional<Fix> addColumn(Alteration.AddColumn add) {
            boolean filled =
                add.column()
                    .defaultValue()
                    .filter(value -> value.form() == Expression.Form.COMPUTED)
                    .isPresent();
            return ColumnSteps.of(moment, alter, add, filled);
          }

          @Override
          public Optional<Fix> addConstraint(Alteration.AddConstraint add) {
            ConstraintDefinition constraint = add.constraint();
            return switch (constraint.kind()) {
              case FOREIGN_KEY -> ForeignKeySteps.of(moment, alter, constraint);
              case UNIQUE, PRIMARY_KEY ->
                  constraint.usingIndex().isPresent()
                      ? KeySteps.usingIndex(moment, alter, constraint)
                      : KeySteps.of(moment, alter, constraint);
              default -> CheckSteps.of(moment, alter, constraint);
            };
          }
        });
  }

  private static Schema after(String setup, List<String> statements, int major)
      throws SQLException {
    ScratchDatabase database = ScratchServer.of(major).freshDatabase();
    try {
      try (Connection connection = database.connect();
          java.sql.Statement jdbc = connection.createStatement()) {
        jdbc.execute(setup);
        for (String sql : statements) {
          for (Statement statement : new ScriptReader().read("way.sql", sql, Dialect.POSTGRES)) {
            execute(jdbc, statement.text());
          }
        }
      }
      RunnerIdentity runner = new RunnerIdentity("tester", "here", 1, Instant.EPOCH, "test");
      try (Database opened =
          new PostgresDriver()
              .open(database.url(), new OpenOptions("main", HistoryTable.DEFAULT, runner))) {
        return opened.inspector().inspect();
      }
    } finally {
      database.drop();
    }
  }

  private static void execute(java.sql.Statement jdbc, String sql) {
    try {
      jdbc.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
