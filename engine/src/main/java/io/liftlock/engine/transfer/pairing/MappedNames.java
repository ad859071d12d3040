package io.liftlock.engine.transfer.pairing;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.Table;
import io.liftlock.core.sql.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which tables and columns a mapping means. Every name must mean exactly one. */
final class MappedNames {

  private final Map<ObjectId, ObjectId> tables = new HashMap<>();
  private final Map<ObjectId, ObjectId> columns = new HashMap<>();
  private final Set<ObjectId> dropped = new HashSet<>();
  private final Set<ObjectId> only = new HashSet<>();
  private final Set<ObjectId> skipped = new HashSet<>();
  private final Problems problems;

  /**
   * @param problems takes what cannot be found
   */
  MappedNames(Schema source, Schema target, CopyMapping mapping, Problems problems) {
    this.problems = problems;
    for (CopyMapping.Rename rename : mapping.renames()) {
      rename(source, target, rename);
    }
    mapping.drops().forEach(drop -> one(source, "the source", drop).ifPresent(dropped::add));
    mapping.only().forEach(name -> table(source, name).ifPresent(only::add));
    mapping.skip().forEach(name -> table(source, name).ifPresent(skipped::add));
  }

  /** The table that a person says takes another one's rows. */
  Optional<ObjectId> target(ObjectId table) {
    return Optional.ofNullable(tables.get(table));
  }

  /** The column that a person says takes another one's values. */
  Optional<ObjectId> targetColumn(ObjectId column) {
    return Optional.ofNullable(columns.get(column));
  }

  boolean isDropped(ObjectId tableOrColumn) {
    return dropped.contains(tableOrColumn);
  }

  boolean isSkipped(ObjectId table) {
    return skipped.contains(table);
  }

  /** Whether a table is asked for by its name. */
  boolean isNamed(ObjectId table) {
    return only.contains(table);
  }

  /** Whether a table is not among those that are asked for. */
  boolean isLeftOut(ObjectId table) {
    return !only.isEmpty() && !only.contains(table);
  }

  private void rename(Schema source, Schema target, CopyMapping.Rename rename) {
    Optional<ObjectId> from = one(source, "the source", rename.from());
    if (from.isEmpty()) {
      return;
    }
    boolean column = from.get().kind() == ObjectKind.COLUMN;
    List<ObjectId> meant =
        candidates(target, rename.to()).stream()
            .filter(id -> (id.kind() == ObjectKind.COLUMN) == column)
            .toList();
    if (meant.size() != 1) {
      unclear("the target", target, rename.to(), meant, column ? "column" : "table");
      return;
    }
    if ((column ? columns : tables).put(from.get(), meant.get(0)) != null) {
      problems.add(
          Problem.error(
              ErrorCode.COPY_MAPPING_INVALID,
              "`" + rename.from().written() + "` is mapped more than once"));
    }
  }

  private Optional<ObjectId> table(Schema schema, CopyMapping.Named named) {
    List<ObjectId> meant =
        candidates(schema, named).stream().filter(id -> id.kind() == ObjectKind.TABLE).toList();
    return only(schema, "the source", named, meant, "table");
  }

  private Optional<ObjectId> one(Schema schema, String side, CopyMapping.Named named) {
    return only(schema, side, named, candidates(schema, named), "table or column");
  }

  private Optional<ObjectId> only(
      Schema schema, String side, CopyMapping.Named named, List<ObjectId> meant, String wanted) {
    if (meant.size() == 1) {
      return Optional.of(meant.get(0));
    }
    unclear(side, schema, named, meant, wanted);
    return Optional.empty();
  }

  private void unclear(
      String side, Schema schema, CopyMapping.Named named, List<ObjectId> meant, String wanted) {
    if (meant.isEmpty()) {
      List<String> known = known(schema);
      problems.add(
          Problem.error(
                  ErrorCode.COPY_MAPPING_INVALID,
                  "`" + named.written() + "` names no " + wanted + " of " + side)
              .action(Suggestion.didYouMean(named.written(), known)));
    } else {
      String all = meant.stream().map(ObjectId::toString).collect(Collectors.joining(", "));
      problems.add(
          Problem.error(
                  ErrorCode.COPY_MAPPING_INVALID,
                  "`" + named.written() + "` names more than one thing of " + side + ": " + all)
              .action("write the schema's name before it"));
    }
  }

  private static List<String> known(Schema schema) {
    List<String> known = new ArrayList<>();
    for (Table table : schema.tables()) {
      known.add(table.id().name());
      table.columns().forEach(column -> known.add(table.id().name() + "." + column.name()));
    }
    return known;
  }

  /** What a name can mean; only tables of the usual schema where one of them is there. */
  private static List<ObjectId> candidates(Schema schema, CopyMapping.Named named) {
    List<String> names = named.names();
    List<ObjectId> found = new ArrayList<>(tables(schema, names));
    if (names.size() > 1) {
      String last = names.get(names.size() - 1);
      for (ObjectId table : tables(schema, names.subList(0, names.size() - 1))) {
        schema.parts(table, ObjectKind.COLUMN).stream()
            .map(Column::new)
            .filter(column -> same(schema, column.name(), last))
            .forEach(column -> found.add(table.part(ObjectKind.COLUMN, column.name())));
      }
    }
    return found;
  }

  private static List<ObjectId> tables(Schema schema, List<String> names) {
    List<ObjectId> found =
        schema.of(ObjectKind.TABLE).stream()
            .map(object -> object.id())
            .filter(id -> endsWith(schema, id.path(), names))
            .toList();
    List<ObjectId> usual = found.stream().filter(Neighbours::isUsual).toList();
    return usual.isEmpty() ? found : usual;
  }

  private static boolean endsWith(Schema schema, List<String> path, List<String> names) {
    if (names.size() > path.size()) {
      return false;
    }
    List<String> tail = path.subList(path.size() - names.size(), path.size());
    for (int i = 0; i < names.size(); i++) {
      if (!same(schema, tail.get(i), names.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(Schema schema, String known, String written) {
    return schema.dialect() == Dialect.SQLITE
        ? known.equalsIgnoreCase(written)
        : known.equals(written);
  }
}
