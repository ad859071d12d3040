package io.liftlock.sqlite.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.sqlite.sql.Folded;
import io.liftlock.sqlite.sql.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a table that stays needs: nothing, some ALTER TABLE, or a rebuild. ALTER TABLE can add and
 * drop columns of simple kinds, and nothing else.
 */
final class TableChange {

  private final SchemaDiff diff;
  private final ObjectId table;
  private final List<SchemaObject> added = new ArrayList<>();
  private final List<SchemaObject> dropped = new ArrayList<>();

  /** New constraints, by the new column that they are written behind. */
  private final Map<ObjectId, List<SchemaObject>> behind = new TreeMap<>();

  private boolean rebuild;

  TableChange(SchemaDiff diff, ObjectId table, List<Change> changes) {
    this.diff = diff;
    this.table = table;
    changes.forEach(change -> change.match(new Reader()));
    added.sort(
        Comparator.comparingInt(
            column -> Integer.parseInt(column.text(Property.POSITION).orElse("0"))));
    changes.stream()
        .filter(change -> change.object().kind() == ObjectKind.CONSTRAINT)
        .forEach(change -> change.match(new ConstraintReader()));
    rebuild |= !added.stream().allMatch(this::canBeAdded);
    rebuild |= !dropped.stream().allMatch(this::canBeDropped);
    rebuild |= hasNameTwice();
  }

  /** Whether the table must be made anew and its rows carried over. */
  boolean isRebuild() {
    return rebuild;
  }

  /** Whether views and triggers must not mention the table while it is changed. */
  boolean displaces() {
    return rebuild || !dropped.isEmpty();
  }

  /** What alters the table in place: first new columns, since a table must keep one. */
  List<String> alterations() {
    String head = "ALTER TABLE " + Quoted.name(table.name());
    List<String> statements = new ArrayList<>();
    for (SchemaObject column : added) {
      statements.add(
          head
              + " ADD COLUMN "
              + TableSql.column(column, behind.getOrDefault(column.id(), List.of())));
    }
    for (SchemaObject column : dropped) {
      statements.add(head + " DROP COLUMN " + Quoted.name(column.id().name()));
    }
    return statements;
  }

  /** Sorts out columns, and what can be done only by a rebuild. */
  private final class Reader implements Change.Cases<Boolean> {
    @Override
    public Boolean create(Change.Create change) {
      return change.object().kind() == ObjectKind.COLUMN && added.add(change.created());
    }

    @Override
    public Boolean drop(Change.Drop change) {
      return change.object().kind() == ObjectKind.COLUMN && dropped.add(change.dropped());
    }

    @Override
    public Boolean alter(Change.Alter change) {
      // What a constraint of the same words refers to may have changed with the other table.
      boolean constraint = change.object().kind() == ObjectKind.CONSTRAINT;
      rebuild |= !constraint || change.properties().contains(Property.DEFINITION);
      return true;
    }

    @Override
    public Boolean rename(Change.Rename change) {
      throw new IllegalArgumentException("renames are written by themselves");
    }
  }

  /** Finds the new columns that new constraints can be written behind. */
  private final class ConstraintReader implements Change.Cases<Boolean> {
    @Override
    public Boolean create(Change.Create change) {
      SchemaObject constraint = change.created();
      List<String> columns = constraint.list(Property.COLUMNS);
      String type = constraint.text(Property.CONSTRAINT_TYPE).orElse("");
      SchemaObject last = null;
      for (SchemaObject column : added) {
        last = columns.contains(column.id().name()) ? column : last;
      }
      boolean fits =
          type.equals(Constraint.CHECK)
              || (type.equals(Constraint.FOREIGN_KEY) && columns.size() == 1);
      if (last == null || !fits) {
        rebuild = true;
        return false;
      }
      return behind.computeIfAbsent(last.id(), id -> new ArrayList<>()).add(constraint);
    }

    @Override
    public Boolean drop(Change.Drop change) {
      rebuild = true;
      return true;
    }

    @Override
    public Boolean alter(Change.Alter change) {
      return true;
    }

    @Override
    public Boolean rename(Change.Rename change) {
      return true;
    }
  }

  /** The limits of ADD COLUMN (lang_altertable.html, section 4). */
  private boolean canBeAdded(SchemaObject column) {
    String value = column.text(Property.DEFAULT).orElse("NULL");
    boolean constant = !value.startsWith("(") && !value.startsWith("CURRENT_");
    boolean refers =
        behind.getOrDefault(column.id(), List.of()).stream()
            .anyMatch(
                constraint ->
                    constraint
                        .text(Property.CONSTRAINT_TYPE)
                        .filter(Constraint.FOREIGN_KEY::equals)
                        .isPresent());
    boolean notNull = column.is(Property.NOT_NULL);
    boolean noValue = value.equals("NULL");
    boolean stored = column.text(Property.GENERATED_KIND).filter("stored"::equals).isPresent();
    return constant && !stored && !(notNull && noValue) && !(refers && !noValue);
  }

  /**
   * The limits of DROP COLUMN (section 5). Constraints that mention the column have to go with it;
   * whether they stand behind the column, where it would take them along, is not known.
   */
  private boolean canBeDropped(SchemaObject column) {
    return diff.from().parts(table).stream()
        .filter(part -> part.kind() == ObjectKind.CONSTRAINT || part.kind() == ObjectKind.COLUMN)
        .noneMatch(part -> part.uses().contains(column.id()));
  }

  private boolean hasNameTwice() {
    Set<String> before =
        diff.from().parts(table, ObjectKind.COLUMN).stream()
            .map(column -> Folded.name(column.id().name()))
            .collect(Collectors.toSet());
    return added.stream().anyMatch(column -> before.contains(Folded.name(column.id().name())));
  }
}
