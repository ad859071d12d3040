package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.Pragma;
import io.liftlock.core.syntax.TransactionControl;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Whole;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Follows a script through its own BEGIN and COMMIT and through PRAGMA foreign_keys, which SQLite
 * ignores in between. An application's connection has foreign keys on, as they are meant to be.
 */
final class Enforcement {

  private static final Set<String> OFF = Set.of("off", "0", "false", "no");

  private boolean on = true;
  private boolean inTransaction;

  private Enforcement() {}

  /** Whether foreign keys are enforced here. */
  boolean isOn() {
    return on;
  }

  /** Whether the script has begun a transaction itself. */
  boolean isInTransaction() {
    return inTransaction;
  }

  /** Visits each moment with what holds just before it. */
  static void follow(Whole whole, BiConsumer<Moment, Enforcement> visitor) {
    Enforcement state = new Enforcement();
    for (Moment moment : whole.moments()) {
      visitor.accept(moment, state);
      state.pass(moment.command());
    }
  }

  private void pass(Command command) {
    if (command instanceof Pragma pragma && switchesKeys(pragma) && !inTransaction) {
      on = !OFF.contains(pragma.value().orElseThrow());
    } else if (command instanceof TransactionControl control) {
      switch (control.action()) {
        case BEGIN, SAVEPOINT -> inTransaction = true;
        case COMMIT, ROLLBACK -> inTransaction = false;
        default -> {
          // Neither begins nor ends one.
        }
      }
    }
  }

  /** Whether it switches foreign keys on or off. */
  static boolean switchesKeys(Pragma pragma) {
    return pragma.name().equals("foreign_keys") && pragma.value().isPresent();
  }

  /** The actions by which rows of other tables change or go when one goes. */
  static boolean reaches(String onDelete) {
    return List.of("cascade", "set null", "set default").contains(onDelete);
  }
}
