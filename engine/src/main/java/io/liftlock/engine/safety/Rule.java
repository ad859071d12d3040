package io.liftlock.engine.safety;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import java.util.Locale;

/**
 * One hazard, and how it is recognised. A rule keeps no state; its class name is its id, its page
 * is {@code docs/rules/<id>.md}.
 */
public interface Rule {

  /** How bad it is where nothing is configured. {@link Severity#ADVICE} is off by default. */
  Severity severity();

  /** The dialect it is about. */
  default Dialect dialect() {
    return Dialect.POSTGRES;
  }

  /** Looks at one statement at its moment of history. */
  default void check(Moment moment, Findings findings) {}

  /** Looks at a migration as a whole, behind its last statement. */
  default void check(Whole whole, Findings findings) {}

  /** {@code SetNotNullScansTable} is {@code set-not-null-scans-table}: public API. */
  default String id() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
