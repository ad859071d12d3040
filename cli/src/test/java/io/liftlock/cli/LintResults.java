package io.liftlock.cli;

import io.liftlock.core.error.Place;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.Fix;
import io.liftlock.core.report.Impact;
import io.liftlock.core.report.NotAnalysed;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.runtime.lint.LintResult;
import io.liftlock.runtime.lint.LintedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What linting found, in every shape that reports have to show. */
final class LintResults {

  static final Finding INDEX =
      new Finding(
          "create-index-blocks-writes",
          Severity.ERROR,
          new Place("migrations/014_mail, 100%.sql", 3, 8),
          2,
          "\tCREATE INDEX users_mail ON users (mail)",
          "CREATE INDEX takes SHARE on users and reads all of it",
          "Every INSERT, UPDATE and DELETE on users waits until the index is built",
          new Forecast(
              List.of(
                  new ExpectedLock(RelationName.of("public", "users"), LockMode.SHARE),
                  new ExpectedLock(RelationName.of("public", "plans"), LockMode.ACCESS_SHARE)),
              new TreeSet<>(List.of(RelationName.of("public", "users"))),
              new TreeSet<>(),
              Optional.empty(),
              List.of()),
          Optional.of(new Impact(Duration.ofMillis(42_000), 8_000_000, 1_200_000_000)),
          Optional.of(
              Fix.rewrite(
                  new SafeStep(
                      "CREATE INDEX CONCURRENTLY users_mail ON users (mail);",
                      SafeStep.Where.NO_TRANSACTION,
                      "Built while the application goes on writing"))),
          Optional.empty());

  static final Finding FAILS =
      new Finding(
          "drop-index-fails",
          Severity.WARNING,
          new Place("migrations/015_<odd>.sql", 1, 1),
          1,
          "DROP INDEX CONCURRENTLY \"a&b\"",
          "\"a&b\" belongs to a constraint",
          "The migration stops here",
          new Forecast(
              List.of(
                  new ExpectedLock(RelationName.of("public", "a&b"), LockMode.ACCESS_EXCLUSIVE)),
              new TreeSet<>(),
              new TreeSet<>(List.of(RelationName.of("public", "a&b"))),
              Optional.of(new Forecast.Failure("2BP01", "a constraint needs it")),
              List.of()),
          Optional.empty(),
          Optional.of(
              Fix.plan(
                  new SafeStep(
                      "ALTER TABLE t DROP CONSTRAINT c;",
                      SafeStep.Where.LATER_RELEASE,
                      "When nothing needs it any more"))),
          Optional.empty());

  static final Finding LIVED_WITH =
      new Finding(
          "no-rollback",
          Severity.ADVICE,
          Place.of("migrations/016_c.sql"),
          0,
          "",
          "There is no way back",
          "Who has to go back, restores a backup",
          Forecast.NOTHING,
          Optional.empty(),
          Optional.empty(),
          Optional.of("nobody goes back"));

  static final LintResult RESULT =
      new LintResult(
          List.of(
              new LintedDatabase(
                  "main", Dialect.POSTGRES, 14, LintedDatabase.VersionSource.OLDEST, 3, 7)),
          List.of(INDEX, FAILS, LIVED_WITH),
          List.of(
              new NotAnalysed(
                  new Place("migrations/016_c.sql", 2, 1),
                  "EXECUTE 'x'",
                  "its SQL is made when it runs")),
          List.of());

  private LintResults() {}
}
