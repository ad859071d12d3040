package io.liftlock.engine.transfer.translate;

import io.liftlock.core.error.Problems;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects a translation while it is made. Serves once. */
final class Draft {

  private final Map<ObjectId, TableDraft> tables = new LinkedHashMap<>();
  private final SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>();
  private final List<TypeChoice> choices = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Map<ObjectId, ObjectId> names = new HashMap<>();
  private final Problems problems = new Problems();

  /** A table whose columns have their types. */
  void table(TableDraft table) {
    tables.put(table.source().id(), table);
    names.put(table.source().id(), table.target());
    table.columns().forEach(column -> names.put(column.source().object().id(), column.target()));
  }

  /** Every table, in the order in which they came. */
  List<TableDraft> tables() {
    return List.copyOf(tables.values());
  }

  /** The table that the source calls so, as a reference says it. */
  Optional<TableDraft> table(String qualified) {
    return tables.values().stream()
        .filter(table -> table.source().id().qualified().equalsIgnoreCase(qualified))
        .findFirst();
  }

  void choose(TypeChoice choice) {
    choices.add(choice);
  }

  void add(SchemaObject object) {
    objects.put(object.id(), object);
  }

  /** The object that was added under that identity. */
  Optional<SchemaObject> find(ObjectId id) {
    return Optional.ofNullable(objects.get(id));
  }

  /** The objects so far. */
  List<SchemaObject> objects() {
    return List.copyOf(objects.values());
  }

  void leaveOut(ObjectId object, String because) {
    leaveOut(object, "", because);
  }

  void leaveOut(ObjectId object, String part, String because) {
    leftOut.add(new LeftOut(object, part, because));
  }

  Problems problems() {
    return problems;
  }

  /**
   * All of it.
   *
   * @throws io.liftlock.core.error.LiftlockException with everything that forbids it
   */
  Translation done(Dialect dialect, String serverVersion) {
    problems.throwIfErrors();
    return new Translation(
        Schema.of(dialect, serverVersion, objects.values(), List.of()), choices, leftOut, names);
  }
}
