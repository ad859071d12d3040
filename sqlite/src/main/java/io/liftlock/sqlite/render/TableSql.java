package io.liftlock.sqlite.render;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.sqlite.sql.ConstraintName;
import io.liftlock.sqlite.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a table as a CREATE TABLE. */
final class TableSql {

  private final Schema schema;
  private final SchemaObject table;
  private final List<SchemaObject> constraints;

  TableSql(Schema schema, ObjectId table) {
    this.schema = schema;
    this.table = schema.find(table).orElseThrow();
    this.constraints = schema.parts(table, ObjectKind.CONSTRAINT);
  }

  /** The CREATE TABLE, under any name. */
  String create(String name) {
    List<String> lines = new ArrayList<>();
    for (SchemaObject column : columns()) {
      lines.add(column(column, inline(column)));
    }
    for (SchemaObject constraint : constraints) {
      if (inlineForm(constraint).isEmpty()) {
        lines.add(given(constraint) + tableForm(constraint));
      }
    }
    List<String> options = new ArrayList<>();
    if (table.is(Property.WITHOUT_ROWID)) {
      options.add("WITHOUT ROWID");
    }
    if (table.is(Property.STRICT)) {
      options.add("STRICT");
    }
    return "CREATE TABLE "
        + Quoted.name(name)
        + " (\n  "
        + String.join(",\n  ", lines)
        + "\n)"
        + (options.isEmpty() ? "" : " " + String.join(", ", options));
  }

  /** Its columns, in order. */
  List<SchemaObject> columns() {
    return schema.parts(table.id(), ObjectKind.COLUMN);
  }

  /**
   * A column with what stands behind it.
   *
   * @param behind constraints that stand behind it
   */
  static String column(SchemaObject column, List<SchemaObject> behind) {
    StringBuilder text = new StringBuilder(Quoted.name(column.id().name()));
    column.text(Property.TYPE).ifPresent(type -> text.append(' ').append(type));
    column
        .text(Property.COLLATION)
        .ifPresent(collation -> text.append(" COLLATE ").append(Quoted.name(collation)));
    List<String> clauses = column.list(Property.OPTIONS);
    if (!clauses.isEmpty()) {
      text.append(' ').append(String.join(" ", clauses));
    } else if (column.is(Property.NOT_NULL)) {
      text.append(" NOT NULL");
    }
    column.text(Property.DEFAULT).ifPresent(value -> text.append(" DEFAULT ").append(value));
    column
        .text(Property.GENERATED)
        .ifPresent(
            value ->
                text.append(" GENERATED ALWAYS AS (")
                    .append(value)
                    .append(") ")
                    .append(
                        column
                            .text(Property.GENERATED_KIND)
                            .filter("stored"::equals)
                            .map(kind -> "STORED")
                            .orElse("VIRTUAL")));
    for (SchemaObject constraint : behind) {
      text.append(' ').append(given(constraint)).append(columnForm(constraint).orElseThrow());
    }
    return text.toString();
  }

  private List<SchemaObject> inline(SchemaObject column) {
    return constraints.stream()
        .filter(constraint -> inlineForm(constraint).isPresent())
        .filter(constraint -> constraint.list(Property.COLUMNS).equals(List.of(column.id().name())))
        .map(this::counted)
        .toList();
  }

  /** AUTOINCREMENT is said of the table but written behind its key. */
  private SchemaObject counted(SchemaObject constraint) {
    boolean counts = isPrimaryKey(constraint) && table.is(Property.AUTOINCREMENT);
    return counts
        ? constraint.toBuilder()
            .set(
                Property.DEFINITION,
                constraint.text(Property.DEFINITION).orElse("") + " AUTOINCREMENT")
            .build()
        : constraint;
  }

  private Optional<String> inlineForm(SchemaObject constraint) {
    return constraint.list(Property.COLUMNS).size() == 1
            && (ConstraintName.given(constraint.id().name()).isEmpty() || isPrimaryKey(constraint))
        ? columnForm(constraint)
        : Optional.empty();
  }

  private static boolean isPrimaryKey(SchemaObject constraint) {
    return constraint
        .text(Property.CONSTRAINT_TYPE)
        .filter(Constraint.PRIMARY_KEY::equals)
        .isPresent();
  }

  /** A constraint as it is written behind its column; empty where it has to stand by itself. */
  static Optional<String> columnForm(SchemaObject constraint) {
    String definition = constraint.text(Property.DEFINITION).orElse("");
    String column = "(" + Quoted.name(String.join("", constraint.list(Property.COLUMNS))) + ")";
    return switch (constraint.text(Property.CONSTRAINT_TYPE).orElse("")) {
      case Constraint.PRIMARY_KEY ->
          definition.startsWith("PRIMARY KEY DESC")
              ? Optional.of(definition)
              : without(definition, "PRIMARY KEY", column);
      case Constraint.UNIQUE -> without(definition, "UNIQUE", column);
      case Constraint.FOREIGN_KEY -> {
        String head = "FOREIGN KEY " + column + " ";
        yield definition.startsWith(head)
            ? Optional.of(definition.substring(head.length()))
            : Optional.empty();
      }
      default -> Optional.of(definition);
    };
  }

  private static Optional<String> without(String definition, String what, String column) {
    String head = what + " " + column;
    return definition.startsWith(head)
        ? Optional.of(what + definition.substring(head.length()))
        : Optional.empty();
  }

  private String tableForm(SchemaObject constraint) {
    String definition = constraint.text(Property.DEFINITION).orElse("");
    if (!isPrimaryKey(constraint) || !table.is(Property.AUTOINCREMENT)) {
      return definition;
    }
    // PRIMARY KEY (id DESC): the column is the rowid all the same.
    String head = "PRIMARY KEY (" + Quoted.names(constraint.list(Property.COLUMNS)) + " DESC";
    return head + " AUTOINCREMENT" + definition.substring(head.length());
  }

  private static String given(SchemaObject constraint) {
    return ConstraintName.given(constraint.id().name())
        .map(name -> "CONSTRAINT " + Quoted.name(name) + " ")
        .orElse("");
  }
}
