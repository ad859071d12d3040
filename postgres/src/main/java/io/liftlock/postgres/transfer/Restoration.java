package io.liftlock.postgres.transfer;

import io.liftlock.core.error.Bug;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.SuspensionRecord;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings back what was suspended, statement by statement, each with the ledger's note of it in one
 * transaction. Whoever else does the same waits, and then finds it done.
 */
final class Restoration {

  /** What the server takes at least for {@code maintenance_work_mem}. */
  private static final long LEAST_KILOBYTES = 1024;

  /** What it takes at most. */
  private static final long MOST_KILOBYTES = 2_147_483_647L;

  /** Below this, an index is built by one process, as PostgreSQL itself would have it. */
  private static final long PARALLEL_KILOBYTES = 64 * 1024;

  private static final int MOST_DEADLOCKS = 20;

  private final Link link;
  private final DefaultPath path;
  private final String copyId;
  private final long memoryBytes;

  /**
   * @param memoryBytes what an index may take while it is built; 0: what the server is set to
   */
  Restoration(Link link, DefaultPath path, String copyId, long memoryBytes) {
    this.link = link;
    this.path = path;
    this.copyId = copyId;
    this.memoryBytes = memoryBytes;
  }

  void restore(SuspensionRecord suspended) {
    List<String> restoration = suspended.suspension().restoration();
    int next = suspended.statementsDone();
    int deadlocks = 0;
    while (next < restoration.size()) {
      int done = begin(suspended);
      if (done > next) {
        Exchange.undo(link);
        next = done;
        continue;
      }
      try {
        restore(suspended, next);
        next++;
      } catch (DatabaseError e) {
        // Two foreign keys that are added at once each lock two tables, perhaps the same ones; the
        // server lets one of them go on.
        if (!Exchange.isDeadlock(e) || ++deadlocks > MOST_DEADLOCKS) {
          throw e;
        }
      }
    }
  }

  private void restore(SuspensionRecord suspended, int index) {
    Suspension suspension = suspended.suspension();
    Exchange.ask(
        link,
        "%s cannot be brought back on %s"
            .formatted(suspension.name(), suspension.table().qualified()),
        List.of(
            suspension.restoration().get(index),
            LedgerTables.restored(copyId, suspended.ordinal(), index + 1),
            "COMMIT"));
  }

  /** Begins a transaction and returns how many statements are done. */
  private int begin(SuspensionRecord suspended) {
    List<String> statements = new ArrayList<>();
    statements.add("BEGIN");
    statements.add(path.forTransaction());
    // What lies elsewhere says so itself.
    statements.add("SELECT pg_catalog.set_config('default_tablespace', '', true)");
    if (memoryBytes > 0) {
      long kilobytes = Math.min(MOST_KILOBYTES, Math.max(LEAST_KILOBYTES, memoryBytes / 1024));
      statements.add(
          "SELECT pg_catalog.set_config('maintenance_work_mem', '" + kilobytes + "kB', true)");
      if (kilobytes < PARALLEL_KILOBYTES) {
        statements.add(
            "SELECT pg_catalog.set_config('max_parallel_maintenance_workers', '0', true)");
      }
    }
    statements.add(LedgerTables.statementsDone(copyId, suspended.ordinal()));
    List<Reply> replies = Exchange.ask(link, "the ledger of copies cannot be read", statements);
    Reply done = replies.get(replies.size() - 1);
    if (done.rows().isEmpty()) {
      Exchange.undo(link);
      throw new Bug("the ledger knows nothing of number " + suspended.ordinal());
    }
    return (int) done.number(0, 0);
  }
}
