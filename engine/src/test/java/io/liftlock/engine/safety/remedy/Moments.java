package io.liftlock.engine.safety.remedy;

import io.liftlock.core.database.Facts;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.LintedScript;
import io.liftlock.engine.safety.Linter;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.postgres.PostgresDriver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Statements at their moments, for tests. */
final class Moments {

  private Moments() {}

  /** The statement where it stands, behind its set-up. */
  static Moment of(String setup, String sql, int major) {
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
}
