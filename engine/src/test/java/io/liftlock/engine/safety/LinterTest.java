package io.liftlock.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Facts;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.Fix;
import io.liftlock.core.report.LintReport;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.SafeStep.Where;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.syntax.Truncate;
import io.liftlock.engine.safety.outline.Outline;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What rules are shown, and where what they find is said to stand. */
class LinterTest {

  private static final String TABLE = "CREATE TABLE t (a int8);\n";

  /** Whatever empties a table that others use. */
  static final class Empties implements Rule {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public void check(Moment moment, Findings findings) {
      moment
          .command(Truncate.class)
          .filter(command -> !moment.inUse(command.tables()).isEmpty())
          .ifPresent(
              command ->
                  findings.add(
                      0,
                      "empties, holding " + moment.transaction().before().size() + " before",
                      "everybody",
                      Fix.rewrite(new SafeStep("SELECT 1;", Where.OWN_TRANSACTION, "less"))));
    }
  }

  @Test
  void seesCommandsInBlocksWhereTheyStand() {
    Finding finding =
        one(TABLE, "SELECT 1;\nDO $$\nBEGIN\n  IF true THEN\n    TRUNCATE t;\n  END IF;\nEND $$;");
    assertThat(finding.place().toString()).isEqualTo("m.sql:5:5");
    assertThat(finding.ordinal()).isEqualTo(2);
    // Nothing can be cut out of a body.
    assertThat(finding.fix().orElseThrow().kind()).isEqualTo(Fix.Kind.PLAN);
  }

  @Test
  void seesWhatACalledRoutineDoesAtTheCall() {
    String routines =
        TABLE
            + "CREATE FUNCTION inner_one() RETURNS void LANGUAGE sql AS 'TRUNCATE t';\n"
            + "CREATE PROCEDURE outer_one(n int DEFAULT 1) LANGUAGE plpgsql AS"
            + " $$ BEGIN PERFORM inner_one(); PERFORM outer_one(2); END $$;\n";
    assertThat(one(routines, "CALL outer_one();").place().toString()).isEqualTo("m.sql:1:6");
    assertThat(one(routines, "DO $$ BEGIN CALL outer_one(); END $$").place().column())
        .isEqualTo(18);
    assertThat(found(routines, "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'TRUNCATE t'"))
        .isEmpty();
  }

  @Test
  void whatTheMigrationMadeItselfIsNotInUse() {
    assertThat(found("", "CREATE TABLE n (a int8); TRUNCATE n;")).isEmpty();
    assertThat(
            found("CREATE TABLE n (a int8);", "CREATE TABLE IF NOT EXISTS n (a int8); TRUNCATE n;"))
        .hasSize(1);
  }

  @Test
  void whatAScriptSetsForItsSessionEndsWithIt() {
    String elsewhere = "CREATE SCHEMA app; CREATE TABLE app.u (a int8); SET search_path = app;\n";
    LintReport report =
        lint(
            TABLE + elsewhere,
            "SET search_path = app; CREATE TABLE n (a int8); TRUNCATE n;",
            "CREATE TABLE m (a int8); TRUNCATE public.m;");
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void transactionsAreThoseOfTheRunner() {
    assertThat(one(TABLE, "SELECT 1; SELECT 2; TRUNCATE t;").message())
        .endsWith("holding 2 before");
    assertThat(one(TABLE, "SELECT 1; VACUUM t; TRUNCATE t;").message())
        .endsWith("holding 0 before");
    assertThat(one(TABLE, "SELECT 1; COMMIT; SELECT 2; TRUNCATE t;").message())
        .endsWith("holding 1 before");
  }

  @Test
  void whatCannotBeReadIsSaid() {
    LintReport report = lint(TABLE, "SELECT 1;\nALTER TABEL t ADD a int8;");
    assertThat(report.findings()).isEmpty();
    assertThat(report.notAnalysed()).hasSize(1);
    assertThat(report.notAnalysed().get(0).place().toString()).isEqualTo("m.sql:2:7");
    assertThat(report.isClean()).isFalse();
    assertThat(lint(TABLE, "DO LANGUAGE plperl $$ whatever $$").notAnalysed().get(0).why())
        .contains("plperl");
  }

  private static Finding one(String before, String sql) {
    List<Finding> found = found(before, sql);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<Finding> found(String before, String sql) {
    return lint(before, sql).findings();
  }

  private static LintReport lint(String... scripts) {
    Linter linter =
        new Linter(
            Parsers.of(Dialect.POSTGRES),
            Map.of(new Empties(), Severity.ERROR),
            18,
            Facts.unknown());
    String last = scripts[scripts.length - 1];
    List<LintedScript> all =
        Arrays.stream(scripts)
            .map(
                sql ->
                    LintedScript.of(
                        new ScriptReader().read("m.sql", sql, Dialect.POSTGRES), sql.equals(last)))
            .toList();
    return linter.lint(all, Outline.empty(Dialect.POSTGRES));
  }
}
