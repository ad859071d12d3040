package io.liftlock.engine.proof;

import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What later migrations will ask of rows that are written now: checks, foreign keys and types that
 * a table is to have in the end. People's rows mostly kept to them before there was a constraint,
 * and rows that do not would only show that they were invented. Whether NULL is allowed is not
 * foretold: that a migration forgets to fill a column is what its proof shall find.
 */
final class LaterDemands {

  private static final Set<String> TEXTS = Set.of("text", "character varying", "character");

  private final Schema now;
  private final Schema later;

  /**
   * @param now what the database looks like
   * @param later what it will look like in the end
   */
  LaterDemands(Schema now, Schema later) {
    this.now = now;
    this.later = later;
  }

  /** The table as if it had already what it will have, as far as its columns are there. */
  Table on(Table table) {
    Optional<SchemaObject> found = later.find(table.id());
    if (found.isEmpty()) {
      return table;
    }
    Table then = Table.of(later, found.get());
    List<Column> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    for (Column column : table.columns()) {
      Optional<Column> other = then.column(column.name());
      columns.add(other.map(future -> narrowed(column, future)).orElse(column));
      other
          .flatMap(future -> labels(column, future))
          .ifPresent(labels -> constraints.add(oneOf(table, column, labels)));
    }
    for (Constraint constraint : then.constraints()) {
      if (isForetold(table, constraint)) {
        constraints.add(constraint);
      }
    }
    return new Table(table.object(), columns, constraints);
  }

  private boolean isForetold(Table table, Constraint constraint) {
    boolean known =
        table.constraints().stream()
            .anyMatch(own -> own.definition().equals(constraint.definition()));
    if (known || !names(table).containsAll(constraint.columns())) {
      return false;
    }
    return switch (constraint.type()) {
      case Constraint.CHECK -> true;
      case Constraint.FOREIGN_KEY -> {
        boolean taken =
            table.foreignKeys().stream().anyMatch(k -> k.columns().equals(constraint.columns()));
        yield !taken && hasParent(constraint);
      }
      default -> false;
    };
  }

  private boolean hasParent(Constraint key) {
    List<String> path = TypeName.parse(key.references().orElse("")).path();
    Optional<SchemaObject> parent = now.find(new ObjectId(ObjectKind.TABLE, path, ""));
    return parent.isPresent()
        && names(Table.of(now, parent.get())).containsAll(key.referencedColumns());
  }

  private static Set<String> names(Table table) {
    return table.columns().stream()
        .map(Column::name)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Optional<List<String>> labels(Column column, Column future) {
    TypeName type = TypeName.parse(future.type());
    if (!isText(column) || type.array()) {
      return Optional.empty();
    }
    return later
        .find(new ObjectId(ObjectKind.ENUM, type.path(), ""))
        .map(values -> values.list(Property.VALUES));
  }

  private static Constraint oneOf(Table table, Column column, List<String> labels) {
    String list = labels.stream().map(Values::literal).collect(Collectors.joining(", "));
    String name = column.name() + " later";
    return new Constraint(
        SchemaObject.builder(table.id().part(ObjectKind.CONSTRAINT, name))
            .set(Property.CONSTRAINT_TYPE, Constraint.CHECK)
            .set(
                Property.DEFINITION,
                "CHECK (" + Names.quoted(column.name()) + " IN (" + list + "))")
            .build());
  }

  /** A text that will be short, a number or a date is one from the beginning. */
  private static Column narrowed(Column column, Column future) {
    if (!isText(column) || future.generated() || future.type().contains(".")) {
      return column;
    }
    TypeName was = TypeName.parse(column.type());
    TypeName is = TypeName.parse(future.type());
    boolean shorter =
        isText(future) && is.modifier(0, Integer.MAX_VALUE) < was.modifier(0, Integer.MAX_VALUE);
    boolean other = !isText(future) && !is.array();
    return shorter || other
        ? new Column(column.object().toBuilder().set(Property.TYPE, future.type()).build())
        : column;
  }

  private static boolean isText(Column column) {
    return TEXTS.contains(TypeName.parse(column.type()).base().toLowerCase(Locale.ROOT));
  }
}
