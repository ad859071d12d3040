package io.liftlock.core.transfer;

import io.liftlock.core.schema.ObjectId;
import java.util.List;

/**
 * Something of the target that would slow or disturb the loading of rows, how it is taken away, and
 * how it comes back just as it was.
 *
 * @param kind what it is
 * @param table the table it hangs on
 * @param name its own name
 * @param removal what takes it away, in one transaction with the ledger's note of it
 * @param restoration what brings it back, statement by statement, each in a transaction with the
 *     ledger's note of it
 * @param after other tables that must be loaded and have their keys before it can come back
 */
public record Suspension(
    Kind kind,
    ObjectId table,
    String name,
    List<String> removal,
    List<String> restoration,
    List<ObjectId> after) {

  /** What can be suspended, in the order in which it comes back. */
  public enum Kind {
    /** An index, with the primary key, unique or exclusion constraint that stands on it. */
    INDEX,
    /** A foreign key. */
    FOREIGN_KEY,
    /** A trigger that people made; rules, too. */
    TRIGGER
  }

  /** Copies the collections. */
  public Suspension {
    removal = List.copyOf(removal);
    restoration = List.copyOf(restoration);
    after = List.copyOf(after);
  }
}
