package io.liftlock.postgres.transfer;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.ArrayText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Empties tables, and nothing that refers to them. */
final class Emptying {

  /** Referred to by tables that stay, no privilege to truncate, or in use by this session. */
  private static final Set<String> TRY_DELETE = Set.of("0A000", "42501", "55006");

  private static final String ALL_LARGE_OBJECTS =
      "SELECT pg_catalog.lo_unlink(m.oid) FROM pg_catalog.pg_largeobject_metadata m";

  private final Link link;
  private final TargetTables tables;

  Emptying(Link link, TargetTables tables) {
    this.link = link;
    this.tables = tables;
  }

  /**
   * Empties them and notes in the ledger that no chunk of theirs is done, in one transaction.
   *
   * @param sources as the ledger names them
   */
  void empty(String copyId, List<ObjectId> sources, List<ObjectId> targets) {
    List<String> each =
        targets.stream().filter(t -> !LargeObjects.are(t)).map(tables::only).toList();
    List<String> before = new ArrayList<>();
    before.add("BEGIN");
    before.add(LedgerTables.forget(copyId, sources));
    if (targets.stream().anyMatch(LargeObjects::are)) {
      before.add(ALL_LARGE_OBJECTS);
    }
    if (each.isEmpty()) {
      run(before, List.of());
      return;
    }
    try {
      run(before, List.of("TRUNCATE " + String.join(", ", each)));
    } catch (DatabaseError e) {
      if (!TRY_DELETE.contains(String.valueOf(e.sqlState()))) {
        throw e;
      }
      refuseWhereOthersWouldChange(targets);
      run(before, List.of(delete(each)));
    }
  }

  /** TRUNCATE never touches other tables without being told; DELETE does where a key says so. */
  private void refuseWhereOthersWouldChange(List<ObjectId> targets) {
    List<String> names = targets.stream().map(TargetTables::name).toList();
    Reply reply =
        Exchange.ask(
            link,
            "the foreign keys of the target cannot be looked up",
            """
            WITH emptied AS (
              SELECT COALESCE(p.relid, c.oid) AS oid
                FROM pg_catalog.unnest(%s) AS n(name)
                JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(n.name)
                LEFT JOIN LATERAL pg_catalog.pg_partition_tree(c.oid) AS p ON true)
            SELECT k.conname, k.conrelid::pg_catalog.regclass
              FROM pg_catalog.pg_constraint k
             WHERE k.contype = 'f' AND k.conparentid = 0 AND k.confdeltype IN ('c', 'n', 'd')
               AND k.confrelid IN (SELECT e.oid FROM emptied e)
               AND k.conrelid NOT IN (SELECT e.oid FROM emptied e)
             ORDER BY 1
             LIMIT 1\
            """
                .formatted(ArrayText.expression(names)));
    if (!reply.rows().isEmpty()) {
      throw new StateError(
          Problem.error(
                  ErrorCode.COPY_TARGET_FILLED,
                  "tables of the target cannot be emptied: the foreign key %s of %s would delete or"
                          .formatted(reply.required(0, 0), reply.required(0, 1))
                      + " change rows there, which nobody asked for")
              .action("empty that table, too, or drop the foreign key for the time of the copy"));
    }
  }

  private void run(List<String> before, List<String> statements) {
    List<String> message = new ArrayList<>(before);
    message.addAll(statements);
    message.add("COMMIT");
    Exchange.ask(link, "tables of the target cannot be emptied", message);
  }

  /**
   * One statement for all of them, since foreign keys are checked at its end: so the tables may
   * refer to each other in any way.
   */
  private static String delete(List<String> each) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < each.size() - 1; i++) {
      parts.add("d" + i + " AS (DELETE FROM " + each.get(i) + ")");
    }
    String last = "DELETE FROM " + each.get(each.size() - 1);
    return parts.isEmpty()
        ? last
        : parts.stream().collect(Collectors.joining(", ", "WITH ", " ")) + last;
  }
}
