package io.liftlock.engine.deploy;

import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.Session;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a schema's script on a database that it is made in, in one transaction. */
final class SchemaRun {

  private SchemaRun() {}

  /**
   * Runs it.
   *
   * @param history what the database is to remember, in the same transaction
   * @throws LiftlockException where a statement fails; nothing is kept then
   */
  static void on(Database target, SchemaScript script, List<HistoryEntry> history) {
    Session session = target.session();
    Dialect dialect = target.dialect();
    List<Work> work = new ArrayList<>();
    for (Statement statement :
        new ScriptReader().read("the source's schema", script.text(), dialect)) {
      work.add(new Work.Run(new Step(work.size() + 1, statement, Placement.INSIDE, Timeouts.NONE)));
    }
    history.forEach(entry -> work.add(new Work.Append(entry)));
    try {
      // A function may call another one that comes after it.
      session.configure(
          Timeouts.NONE,
          dialect == Dialect.POSTGRES ? Map.of("check_function_bodies", "off") : Map.of());
      session.atomically(work);
      session.configure(Timeouts.NONE, Map.of());
    } catch (StatementFailure failure) {
      throw LiftlockException.of(List.of(failure.problem()), failure);
    }
  }
}
