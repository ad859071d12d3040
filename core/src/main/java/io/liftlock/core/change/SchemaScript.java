package io.liftlock.core.change;

import io.liftlock.core.error.Problem;
import io.liftlock.core.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;

/**
 * The SQL that makes one schema of another, in an order that works.
 *
 * @param statements what to run, in order; empty where there is nothing to do
 * @param notes what a person should know: what no SQL can change, what is dropped and put back
 */
public record SchemaScript(List<Statement> statements, List<Problem> notes) {

  /** Copies the lists. */
  public SchemaScript {
    statements = List.copyOf(statements);
    notes = List.copyOf(notes);
  }

  /**
   * One statement.
   *
   * @param sql its text, without a semicolon at its end
   * @param object what it is about
   * @param placement whether it may run in a transaction
   */
  public record Statement(String sql, ObjectId object, Placement placement) {

    /** A statement that runs in a transaction. */
    public static Statement of(ObjectId object, String sql) {
      return new Statement(sql, object, Placement.TRANSACTION);
    }
  }

  /** Where a statement may run. */
  public enum Placement {
    TRANSACTION,
    /** Outside any transaction, such as a concurrent index or a pragma. */
    OUTSIDE
  }

  /** Whether it can run in one transaction. */
  public boolean transactional() {
    return statements.stream().allMatch(s -> s.placement() == Placement.TRANSACTION);
  }

  /** This one and another behind it. */
  public SchemaScript then(SchemaScript next) {
    List<Statement> all = new ArrayList<>(statements);
    all.addAll(next.statements);
    List<Problem> told = new ArrayList<>(notes);
    told.addAll(next.notes);
    return new SchemaScript(all, told);
  }

  /** The script as text, each statement with its semicolon on lines of its own. */
  public String text() {
    StringBuilder text = new StringBuilder();
    statements.forEach(statement -> text.append(statement.sql()).append(";\n"));
    return text.toString();
  }
}
