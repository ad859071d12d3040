package io.liftlock.postgres.transfer;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
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
        targets.stream().filter(t -> !TargetTables.isLargeObjects(t)).map(tables::only).toList();
    List<String> before = new ArrayList<>();
    before.add("BEGIN");
    before.add(LedgerTables.forget(copyId, sources));
    if (targets.stream().anyMatch(TargetTables::isLargeObjects)) {
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
      run(before, List.of(delete(each)));
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
