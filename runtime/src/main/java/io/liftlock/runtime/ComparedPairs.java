package io.liftlock.runtime;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.engine.transfer.pairing.CopyMapping;
import io.liftlock.engine.transfer.pairing.CopyPlanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tables of two databases are compared, and which cannot be.
 *
 * @param plan the pairs
 * @param left tables that cannot be compared, and why
 */
record ComparedPairs(CopyPlan plan, Map<ObjectId, Problem> left) {

  /** Pairs what can be paired; where all fits, that is everything. */
  static ComparedPairs of(Schema a, Schema b, CopyMapping mapping) {
    Skipped skipped = Skipped.of(a, b, mapping);
    Map<ObjectId, Problem> left = new LinkedHashMap<>();
    CopyPlan plan;
    try {
      plan = CopyPlanner.plan(a, b, skipped.mapping());
    } catch (StateError e) {
      if (e.code() != ErrorCode.COPY_DOES_NOT_FIT) {
        throw e;
      }
      plan = fitting(a, b, skipped.mapping(), left);
    }
    if (mapping.only().isEmpty()) {
      onlyInB(b, plan, skipped, left);
    }
    return new ComparedPairs(plan, left);
  }

  /**
   * What has another name in B, as a comparison of schemas takes it: tables first, then columns of
   * tables that have their new names.
   */
  List<String> renames() {
    List<String> tables = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (TablePair pair : plan.tables()) {
      if (!pair.source().equals(pair.target())) {
        tables.add(pair.source().qualified() + "=" + pair.target().qualified());
      }
      for (ColumnPair column : pair.columns()) {
        if (!column.source().equals(column.target())) {
          columns.add(
              pair.target().part(ObjectKind.COLUMN, column.source()).qualified()
                  + "="
                  + pair.target().part(ObjectKind.COLUMN, column.target()).qualified());
        }
      }
    }
    tables.addAll(columns);
    return List.copyOf(tables);
  }

  /** One by one: of each table that fits nowhere, that is the answer. */
  private static CopyPlan fitting(
      Schema a, Schema b, CopyMapping mapping, Map<ObjectId, Problem> left) {
    List<TablePair> pairs = new ArrayList<>();
    Set<CopyPlan.Omission> omissions = new HashSet<>();
    List<ObjectId> wanted = wanted(a, mapping);
    for (ObjectId table : wanted) {
      CopyMapping alone =
          new CopyMapping(
              mapping.renames(), mapping.drops(), List.of(named(table)), mapping.skip());
      try {
        CopyPlan plan = CopyPlanner.plan(a, b, alone);
        pairs.addAll(plan.tables());
        plan.omissions().stream()
            .filter(omission -> !wanted.contains(omission.object()))
            .forEach(omissions::add);
      } catch (StateError e) {
        Problem first = e.problems().get(0);
        left.put(
            table,
            Problem.error(
                    ErrorCode.TABLE_NOT_COMPARED,
                    table.qualified() + " was not compared: " + first.message())
                .action(first.action()));
      }
    }
    return new CopyPlan(
        pairs,
        omissions.stream().sorted((one, other) -> one.object().compareTo(other.object())).toList());
  }

  private static List<ObjectId> wanted(Schema a, CopyMapping mapping) {
    return a.of(ObjectKind.TABLE).stream()
        .filter(table -> table.text(Property.PARTITION_OF).isEmpty())
        .map(SchemaObject::id)
        .filter(id -> mapping.only().isEmpty() || Skipped.isNamed(mapping.only(), id))
        .filter(id -> !Skipped.isNamed(mapping.skip(), id))
        .filter(id -> !Skipped.isNamed(mapping.drops(), id))
        .toList();
  }

  private static CopyMapping.Named named(ObjectId table) {
    return new CopyMapping.Named(table.path(), table.qualified());
  }

  private static void onlyInB(
      Schema b, CopyPlan plan, Skipped skipped, Map<ObjectId, Problem> left) {
    Set<ObjectId> paired = new HashSet<>();
    plan.tables().forEach(pair -> paired.add(pair.target()));
    for (SchemaObject table : b.of(ObjectKind.TABLE)) {
      boolean part = table.text(Property.PARTITION_OF).isPresent();
      if (!part && !paired.contains(table.id()) && !isLeft(table.id(), left, skipped)) {
        left.put(
            table.id(),
            Problem.error(
                    ErrorCode.TABLE_NOT_COMPARED,
                    table.id().qualified() + " was not compared: A has no such table")
                .action(
                    "if it has another name there: --map table=table; to leave it out: --skip"
                        + " table"));
      }
    }
  }

  private static boolean isLeft(ObjectId table, Map<ObjectId, Problem> left, Skipped skipped) {
    return left.containsKey(table) || skipped.isSkipped(table);
  }

  /**
   * What a person leaves out, of A or of B.
   *
   * @param mapping without what is only of B, which the planner could not find
   * @param names everything that is to be left out
   */
  private record Skipped(CopyMapping mapping, List<CopyMapping.Named> names) {

    static Skipped of(Schema a, Schema b, CopyMapping mapping) {
      List<CopyMapping.Named> ofA = new ArrayList<>();
      for (CopyMapping.Named name : mapping.skip()) {
        // A name that neither has stays in, so that the planner tells of it.
        if (has(a, name) || !has(b, name)) {
          ofA.add(name);
        }
      }
      return new Skipped(
          new CopyMapping(mapping.renames(), mapping.drops(), mapping.only(), ofA), mapping.skip());
    }

    private static boolean has(Schema schema, CopyMapping.Named name) {
      return schema.of(ObjectKind.TABLE).stream()
          .anyMatch(table -> isNamed(List.of(name), table.id()));
    }

    boolean isSkipped(ObjectId table) {
      return isNamed(names, table);
    }

    static boolean isNamed(List<CopyMapping.Named> names, ObjectId table) {
      return names.stream()
          .map(CopyMapping.Named::names)
          .anyMatch(
              name ->
                  name.equals(table.path())
                      || (name.size() == 1 && name.get(0).equals(table.name())));
    }
  }
}
