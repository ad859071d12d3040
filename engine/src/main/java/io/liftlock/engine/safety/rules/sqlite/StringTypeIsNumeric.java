package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.schema.Affinity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.Set;

/** Types that read like text and are NUMERIC for SQLite. */
public final class StringTypeIsNumeric implements Rule {

  private static final Set<String> TEXTS =
      Set.of("string", "str", "uuid", "guid", "enum", "password", "url", "email");

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    for (NewColumn made : NewColumn.in(moment)) {
      String type = made.column().type().name();
      if (Affinity.of(type) == Affinity.NUMERIC && TEXTS.contains(type)) {
        findings.add(
            made.column().at(),
            made.shown(moment)
                + " is "
                + made.column().type().written()
                + ", which SQLite takes for NUMERIC, not for TEXT",
            "A text that looks like a number becomes one: '007' is read back as 7 and '1e3' as"
                + " 1000; use TEXT");
      }
    }
  }
}
