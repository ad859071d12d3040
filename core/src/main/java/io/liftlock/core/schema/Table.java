package io.liftlock.core.schema;

import java.util.List;
import java.util.Optional;

/**
 * A table as those see it who reckon with its rows.
 *
 * @param object the table itself
 * @param columns its columns, in order
 * @param constraints its constraints, in normal order
 */
public record Table(SchemaObject object, List<Column> columns, List<Constraint> constraints) {

  /** Looks at a relation of a schema as a table. */
  public static Table of(Schema schema, SchemaObject object) {
    return new Table(
        object,
        schema.parts(object.id(), ObjectKind.COLUMN).stream().map(Column::new).toList(),
        schema.parts(object.id(), ObjectKind.CONSTRAINT).stream().map(Constraint::new).toList());
  }

  /** Which it is. */
  public ObjectId id() {
    return object.id();
  }

  /** The column of that name. */
  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** Its primary key. */
  public Optional<Constraint> primaryKey() {
    return constraints.stream().filter(c -> c.type().equals(Constraint.PRIMARY_KEY)).findFirst();
  }

  /** Its foreign keys, in normal order. */
  public List<Constraint> foreignKeys() {
    return constraints.stream().filter(c -> c.type().equals(Constraint.FOREIGN_KEY)).toList();
  }
}
