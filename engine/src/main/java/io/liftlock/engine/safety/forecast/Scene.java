package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A command's place in history, and what it does there. */
record Scene(Outline outline, Situation situation, Effects effects) {

  int major() {
    return situation.major();
  }

  RelationName resolve(RelationName name) {
    return outline.resolve(name);
  }

  /** Whether a relation is the server's own. */
  static boolean isSystem(RelationName resolved) {
    return "pg_catalog".equals(resolved.schema()) || "information_schema".equals(resolved.schema());
  }

  /** What is known of a table; that it is not all is noted. */
  Optional<TableOutline> table(RelationName name) {
    Optional<TableOutline> known = outline.table(name);
    RelationName resolved = resolve(name);
    if (known.filter(TableOutline::complete).isEmpty() && !isSystem(resolved)) {
      effects.unknown("what " + resolved + " consists of is not told by any migration");
    }
    return known;
  }

  /** A table, its partitions and children; without them where ONLY is said. */
  List<TableOutline> family(RelationName name, boolean only) {
    List<TableOutline> family = new ArrayList<>();
    table(name).ifPresent(family::add);
    if (!only) {
      outline.descendants(name).forEach(each -> table(each.name()).ifPresent(family::add));
    }
    return family;
  }

  /** Locks a table, and its partitions and children unless ONLY is said. */
  List<TableOutline> lockFamily(RelationName name, boolean only, LockMode mode) {
    lock(name, mode);
    List<TableOutline> family = family(name, only);
    family.forEach(each -> lock(each.name(), mode));
    return family;
  }

  void lock(RelationName name, LockMode mode) {
    RelationName resolved = resolve(name);
    if (!isSystem(resolved)) {
      effects.lock(resolved, mode);
    }
  }

  /** A table and its indexes, the strongest way. */
  void lockWithIndexes(TableOutline table) {
    lock(table.name(), LockMode.ACCESS_EXCLUSIVE);
    for (IndexOutline index : table.indexes()) {
      lock(index.name(), LockMode.ACCESS_EXCLUSIVE);
    }
  }

  /** All rows are read; of what has none there is nothing to read. */
  void scan(TableOutline table) {
    if (isStored(table)) {
      effects.scan(table.name());
    }
  }

  /** The table and its indexes are written anew, as ALTER TABLE does. */
  void rewrite(TableOutline table) {
    if (isStored(table)) {
      lockWithIndexes(table);
      effects.scan(table.name());
      effects.rewrite(table.name());
      table.indexes().forEach(index -> effects.rewrite(index.name()));
    }
  }

  /** Whether a relation has rows of its own. */
  static boolean isStored(TableOutline table) {
    return !table.isPartitioned()
        && (table.kind() == RelationKind.TABLE || table.kind() == RelationKind.MATERIALIZED_VIEW);
  }

  void fail(String sqlState, String why) {
    effects.fail(sqlState, why);
  }

  /** It cannot run in a transaction, and does. */
  boolean refusesTransaction(String what) {
    if (situation.transaction()) {
      fail("25001", what + " cannot run in a transaction");
    }
    return situation.transaction();
  }
}
