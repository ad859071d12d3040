package io.liftlock.engine.safety.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Facts;
import io.liftlock.core.database.SqlParser;
import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.SafeStep.Where;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.LintedScript;
import io.liftlock.engine.safety.Linter;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.postgres.PostgresDriver;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How pieces are cut, replaced and put together; the safe ways themselves are the rules'. */
class FixerTest {

  private static final SqlParser PARSER = new PostgresDriver().parser();

  /** An index is built without blocking writers. */
  static final class IndexBlocks implements Rule {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public void check(Moment moment, Findings findings) {
      moment
          .command(CreateIndex.class)
          .filter(index -> !index.concurrently())
          .ifPresent(
              index ->
                  findings.add(
                      0,
                      "writes wait",
                      "writers",
                      Fix.rewrite(
                          new SafeStep(
                              "CREATE INDEX CONCURRENTLY "
                                  + index.name().orElseThrow()
                                  + " ON t (a);",
                              Where.NO_TRANSACTION,
                              "builds it while others write"))));
    }
  }

  /** NOT NULL by way of a check. */
  static final class NotNullScans implements Rule {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public void check(Moment moment, Findings findings) {
      moment.alterations(
          Alteration.SetNotNull.class,
          (alter, action) -> {
            boolean proven =
                moment.outline().table(alter.name()).stream()
                    .flatMap(table -> table.constraints().stream())
                    .anyMatch(constraint -> constraint.name().equals("proof"));
            if (!proven) {
              findings.add(
                  action.at(),
                  "scans",
                  "everybody",
                  Fix.rewrite(
                      new SafeStep(
                          "ALTER TABLE t ADD CONSTRAINT proof CHECK (a IS NOT NULL) NOT VALID;",
                          Where.OWN_TRANSACTION,
                          "binds new rows"),
                      new SafeStep(
                          "ALTER TABLE t VALIDATE CONSTRAINT proof;",
                          Where.OWN_TRANSACTION,
                          "checks the others"),
                      new SafeStep(
                          "ALTER TABLE t ALTER COLUMN a SET NOT NULL;\n"
                              + "ALTER TABLE t DROP CONSTRAINT proof;",
                          Where.OWN_TRANSACTION,
                          "is proven")));
            }
          });
    }
  }

  @Test
  void anIndexLeavesTheTransactionAndTheRestIsKeptAsItStands() {
    assertThat(
            inPlace(
                """
                -- Purpose: faster
                -- Author: me

                -- first
                CREATE TABLE n (a int8); -- behind it
                CREATE INDEX i ON t (a);

                INSERT INTO n VALUES (1);
                INSERT INTO n VALUES (2);
                -- Rollback
                DROP INDEX i;
                """))
        .isEqualTo(
            """
            -- Purpose: faster
            -- Author: me

            -- first
            -- Transaction: none

            CREATE TABLE n (a int8); -- behind it
            -- builds it while others write
            CREATE INDEX CONCURRENTLY i ON t (a);

            BEGIN;
            INSERT INTO n VALUES (1);
            INSERT INTO n VALUES (2);
            COMMIT;
            -- Rollback
            DROP INDEX i;
            """);
  }

  @Test
  void oneActionOfAnAlterGoesItsOwnWay() {
    assertThat(
            inPlace(
                """
                ALTER TABLE t
                  ADD COLUMN "bé€𐐷" text, -- neu für €
                  ALTER COLUMN a SET NOT NULL,
                  ADD COLUMN c text
                """))
        .isEqualTo(
            """
            -- Transaction: none

            -- neu für €
            ALTER TABLE t
              ADD COLUMN "bé€𐐷" text;

            -- binds new rows
            ALTER TABLE t ADD CONSTRAINT proof CHECK (a IS NOT NULL) NOT VALID;

            -- checks the others
            ALTER TABLE t VALIDATE CONSTRAINT proof;

            -- is proven
            BEGIN;
            ALTER TABLE t ALTER COLUMN a SET NOT NULL;

            ALTER TABLE t DROP CONSTRAINT proof;
            COMMIT;

            ALTER TABLE t
              ADD COLUMN c text;
            """);
  }

  @Test
  void theAuthorsOwnTransactionsAreReplacedByTheSafeOnes() {
    assertThat(
            inPlace(
                """
                BEGIN;
                CREATE TABLE n (a int8);
                CREATE INDEX i ON t (a);
                COMMIT;
                """))
        .isEqualTo(
            """
            -- Transaction: none

            CREATE TABLE n (a int8);

            -- builds it while others write
            CREATE INDEX CONCURRENTLY i ON t (a);
            """);
  }

  @Test
  void savepointsAreLeftAlone() {
    assertThat(
            fixer().fix(script("BEGIN; SAVEPOINT s; CREATE INDEX i ON t (a); COMMIT;"), before()))
        .isEmpty();
  }

  @Test
  void nothingChangesWhereNothingIsFound() {
    Rewriting rewriting = fixer().fix(script("SELECT 1; SELECT 2"), before()).orElseThrow();
    assertThat(rewriting.isChanged()).isFalse();
    assertThat(rewriting.isOneTransaction()).isTrue();
  }

  private static String inPlace(String text) {
    // What is behind the mark is a section of its own to the reader of migrations.
    String up =
        text.contains("-- Rollback") ? text.substring(0, text.indexOf("-- Rollback")) : text;
    LintedScript script = script(up);
    Rewriting rewriting = fixer().fix(script, before()).orElseThrow();
    return new InPlace(text, script.script(), true).write(rewriting);
  }

  private static Fixer fixer() {
    Linter linter =
        new Linter(
            PARSER,
            Map.of(new IndexBlocks(), Severity.ERROR, new NotNullScans(), Severity.ERROR),
            18,
            Facts.unknown());
    return new Fixer(PARSER, linter, (rule, origin) -> true);
  }

  private static Outline before() {
    Linter linter = new Linter(PARSER, Map.of(), 18, Facts.unknown());
    return linter.follow(
        List.of(script("CREATE TABLE t (a int8)")), Outline.empty(Dialect.POSTGRES));
  }

  private static LintedScript script(String sql) {
    Script script = new ScriptReader().read("m.sql", sql, Dialect.POSTGRES);
    return LintedScript.of(script, true);
  }
}
