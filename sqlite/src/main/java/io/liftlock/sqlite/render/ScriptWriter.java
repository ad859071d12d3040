package io.liftlock.sqlite.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.change.SchemaScript.Placement;
import io.liftlock.core.change.SchemaScript.Statement;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.NotModelled;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the script of a difference: triggers and views out of the way, what goes, what comes, what
 * changes, and then indexes, views and triggers again. Serves once.
 */
final class ScriptWriter {

  private final SchemaDiff diff;
  private final List<Statement> statements = new ArrayList<>();
  private final Map<ObjectId, TableChange> tables = new TreeMap<>();
  private final Set<ObjectId> rebuilt = new TreeSet<>();
  private final List<ObjectId> goingTables = new ArrayList<>();
  private final Displaced displaced;

  /** Whether a table goes while another one still refers to it. */
  private boolean dropsParents;

  ScriptWriter(SchemaDiff diff) {
    this.diff = diff;
    findTables();
    Set<ObjectId> vanishing = new TreeSet<>(goingTables);
    tables.forEach(
        (table, change) -> {
          if (change.isRebuild()) {
            rebuilt.add(table);
          }
          if (change.displaces()) {
            vanishing.add(table);
          }
        });
    this.displaced = new Displaced(diff, vanishing);
  }

  private void findTables() {
    Map<ObjectId, List<Change>> changes = new TreeMap<>();
    Set<ObjectId> going = new TreeSet<>();
    for (Change change : diff.changes()) {
      ObjectId id = change.object();
      switch (id.kind()) {
        case TABLE, COLUMN, CONSTRAINT -> {
          ObjectId table =
              id.kind() == ObjectKind.TABLE
                  ? id
                  : new ObjectId(ObjectKind.TABLE, id.container(), "");
          if (diff.from().has(table) && diff.to().has(table)) {
            changes.computeIfAbsent(table, key -> new ArrayList<>()).add(change);
          } else if (diff.from().has(table)) {
            going.add(table);
          }
        }
        case VIRTUAL_TABLE -> {
          if (diff.from().has(id)) {
            going.add(id);
          }
        }
        default -> {
          // Hangs on a table or view, or is one.
        }
      }
    }
    changes.forEach((table, of) -> tables.put(table, new TableChange(diff, table, of)));
    childrenFirst(going);
  }

  /**
   * With foreign keys on, DROP TABLE deletes the table's rows first, and what refers to them with
   * them; so children go before their parents.
   */
  private void childrenFirst(Set<ObjectId> going) {
    Set<ObjectId> left = new TreeSet<>(going);
    Set<ObjectId> there = new TreeSet<>();
    diff.from().of(ObjectKind.TABLE).forEach(table -> there.add(table.id()));
    while (!left.isEmpty()) {
      Optional<ObjectId> next =
          left.stream().filter(table -> !isReferredTo(table, there)).findFirst();
      dropsParents |= next.isEmpty();
      ObjectId table = next.orElseGet(() -> left.iterator().next());
      goingTables.add(table);
      left.remove(table);
      there.remove(table);
    }
  }

  private boolean isReferredTo(ObjectId table, Set<ObjectId> by) {
    return by.stream()
        .filter(other -> !other.equals(table))
        .flatMap(other -> diff.from().parts(other, ObjectKind.CONSTRAINT).stream())
        .map(Constraint::new)
        .anyMatch(key -> key.references().filter(table.qualified()::equals).isPresent());
  }

  SchemaScript script() {
    refuseUnknown();
    boolean off = !rebuilt.isEmpty() || dropsParents;
    if (off) {
      begin();
    }
    Guard guard = new Guard(diff.from(), diff.to(), rebuilt);
    if (!rebuilt.isEmpty()) {
      guard.begin().forEach(sql -> add(first(rebuilt), sql));
    }
    dropDependents();
    goingTables.forEach(table -> add(table, ObjectSql.drop(table)));
    createTables();
    tables.forEach(
        (table, change) -> {
          if (!change.isRebuild()) {
            change.alterations().forEach(sql -> add(table, sql));
          }
        });
    rebuilt.forEach(
        table -> new Rebuild(diff, table).statements(guard).forEach(sql -> add(table, sql)));
    createDependents();
    if (!rebuilt.isEmpty()) {
      guard.end().forEach(sql -> add(first(rebuilt), sql));
    }
    if (off) {
      end();
    }
    return new SchemaScript(statements, notes());
  }

  private List<Problem> notes() {
    List<Problem> notes = new ArrayList<>();
    for (ObjectId relation : diff.reordered()) {
      if (relation.kind() == ObjectKind.TABLE && !rebuilt.contains(relation)) {
        notes.add(
            Problem.warning(
                ErrorCode.CHANGE_IMPOSSIBLE,
                relation + " has its columns in another order, which no ALTER TABLE can change"));
      }
    }
    return notes;
  }

  private ObjectId first(Set<ObjectId> ids) {
    return ids.iterator().next();
  }

  private void add(ObjectId object, String sql) {
    statements.add(Statement.of(object, sql));
  }

  private void outside(String sql) {
    ObjectId object = rebuilt.isEmpty() ? goingTables.get(0) : first(rebuilt);
    statements.add(new Statement(sql, object, Placement.OUTSIDE));
  }

  private void begin() {
    outside(
        """
        -- With foreign keys on, DROP TABLE would delete the rows of a table first, and by ON DELETE
        -- CASCADE those of its children. Inside a transaction the pragma would do nothing.
        -- liftlock runs it before the transaction; by hand, run this file with sqlite3 -bail.
        PRAGMA foreign_keys = OFF\
        """);
    outside("BEGIN");
  }

  private void end() {
    outside("COMMIT");
    outside("PRAGMA foreign_keys = ON");
  }

  /** What is not known of a table would not be carried over. */
  private void refuseUnknown() {
    for (ObjectId table : rebuilt) {
      for (NotModelled unknown : diff.from().notModelled()) {
        if (unknown.name().startsWith(table.qualified() + ".")) {
          throw new StateError(
              Problem.error(
                      ErrorCode.CHANGE_IMPOSSIBLE,
                      table
                          + " would have to be made anew for this change, and the "
                          + unknown.kind()
                          + " "
                          + unknown.name()
                          + " would be lost: "
                          + unknown.because())
                  .action("write this migration by hand, or rename or drop that first"));
        }
      }
    }
  }

  private void dropDependents() {
    displaced.triggers().forEach(id -> add(id, ObjectSql.drop(id)));
    displaced.views().forEach(id -> add(id, ObjectSql.drop(id)));
    for (SchemaObject index : diff.from().of(ObjectKind.INDEX)) {
      boolean changed = !Optional.of(index).equals(diff.to().find(index.id()));
      if (changed && !goesWithTable(index.id())) {
        add(index.id(), ObjectSql.drop(index.id()));
      }
    }
  }

  private boolean goesWithTable(ObjectId index) {
    ObjectId table = new ObjectId(ObjectKind.TABLE, index.container(), "");
    return rebuilt.contains(table) || goingTables.contains(table);
  }

  private void createTables() {
    Schema to = diff.to();
    for (SchemaObject table : to.of(ObjectKind.TABLE)) {
      if (!diff.from().has(table.id())) {
        add(table.id(), new TableSql(to, table.id()).create(table.id().name()));
      }
    }
    for (SchemaObject table : to.of(ObjectKind.VIRTUAL_TABLE)) {
      if (!Optional.of(table).equals(diff.from().find(table.id()))) {
        add(table.id(), ObjectSql.create(table));
      }
    }
  }

  private void createDependents() {
    Schema to = diff.to();
    for (SchemaObject index : to.of(ObjectKind.INDEX)) {
      boolean changed = !Optional.of(index).equals(diff.from().find(index.id()));
      if (changed || goesWithTable(index.id())) {
        add(index.id(), ObjectSql.create(index));
      }
    }
    Set<ObjectId> last = new LinkedHashSet<>(displaced.viewsAfter());
    last.addAll(displaced.triggersAfter());
    last.forEach(id -> add(id, ObjectSql.create(to.find(id).orElseThrow())));
  }
}
