package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.syntax.Pragma;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import java.util.Set;

/** A PRAGMA that SQLite refuses or ignores behind a BEGIN. */
public final class PragmaInTransaction implements Rule {

  private static final Set<String> REFUSED = Set.of("journal_mode", "synchronous");

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    Enforcement.follow(
        whole,
        (moment, state) ->
            moment
                .command(Pragma.class)
                .filter(pragma -> REFUSED.contains(pragma.name()) && pragma.value().isPresent())
                .filter(pragma -> state.isInTransaction())
                .ifPresent(
                    pragma ->
                        findings
                            .of(moment)
                            .add(
                                0,
                                "PRAGMA " + pragma.name() + " cannot change inside a transaction",
                                "The migration fails here; set it before BEGIN")));
  }
}
