package io.liftlock.engine.safety.rules.session;

import io.liftlock.engine.safety.Rule;
import java.util.List;

/** The rules of this family. */
public final class SessionRules {

  private SessionRules() {}

  /** All of them. */
  public static List<Rule> all() {
    return List.of(
        new SeveralTablesLocked(),
        new SeveralAltersOfTable(),
        new LockTimeoutTooLong(),
        new DynamicSqlIsNotSeen(),
        new UnqualifiedName());
  }
}
