package io.liftlock.engine.safety.outline;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Generated;
import io.liftlock.core.syntax.PartitionKey;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.core.syntax.RelationKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws the outlines of a live database's tables and views. */
final class LiveTable {

  private final Schema schema;
  private final Function<String, Expression> expressions;

  LiveTable(Schema schema, Function<String, Expression> expressions) {
    this.schema = schema;
    this.expressions = expressions;
  }

  TableOutline draw(SchemaObject object, RelationKind kind) {
    TableDraft table = new TableDraft(LiveOutline.name(object.id(), schema.dialect()), kind);
    table.complete = true;
    table.persistence =
        object.text(Property.PERSISTENCE).isPresent()
            ? Persistence.UNLOGGED
            : Persistence.PERMANENT;
    table.partitionKey = object.text(Property.PARTITION_KEY).map(this::partitionKey);
    table.partitionOf =
        object
            .text(Property.PARTITION_OF)
            .map(parent -> new PartitionOutline(named(parent), bound(object)));
    table.inherits = object.list(Property.INHERITS).stream().map(this::named).toList();
    table.rowSecurity = object.is(Property.ROW_SECURITY);
    table.replicaIdentity = object.text(Property.REPLICA_IDENTITY).orElse("default");
    table.options = options(object);
    table.uses =
        table.kind == RelationKind.VIEW || table.kind == RelationKind.MATERIALIZED_VIEW
            ? uses(object)
            : Set.of();
    table.usedColumns =
        table.uses.isEmpty() ? Set.of() : LiveOutline.columns(object, schema.dialect());
    parts(table, object.id());
    return table.freeze();
  }

  private void parts(TableDraft table, ObjectId id) {
    List<ColumnOutline> columns = new ArrayList<>();
    for (SchemaObject column : schema.parts(id, ObjectKind.COLUMN)) {
      columns.add(column(column));
    }
    for (SchemaObject part : schema.parts(id)) {
      switch (part.kind()) {
        case CONSTRAINT -> {
          ConstraintOutline constraint = new LiveConstraint(schema, part, expressions).outline();
          table.constraints = TableDraft.with(table.constraints, constraint);
          index(table, constraint)
              .ifPresent(index -> table.indexes = TableDraft.with(table.indexes, index));
          if (constraint.kind() == ConstraintDefinition.Kind.PRIMARY_KEY) {
            columns.replaceAll(
                column ->
                    constraint.columns().contains(column.name()) ? column.notNull(true) : column);
          }
        }
        case INDEX ->
            table.indexes =
                TableDraft.with(
                    table.indexes, new LiveIndex(schema, part, expressions).outline(table));
        case TRIGGER -> table.triggers = TableDraft.with(table.triggers, trigger(part));
        case POLICY ->
            table.policies =
                TableDraft.with(
                    table.policies,
                    new PolicyOutline(
                        part.id().name(),
                        part.text(Property.PERMISSIVE).filter("restrictive"::equals).isEmpty(),
                        part.text(Property.USING).map(expressions),
                        part.text(Property.WITH_CHECK).map(expressions)));
        case RULE ->
            table.rules =
                Stream.concat(table.rules.stream(), Stream.of(part.id().name()))
                    .collect(Collectors.toUnmodifiableSet());
        default -> {}
      }
    }
    table.columns = List.copyOf(columns);
  }

  private ColumnOutline column(SchemaObject column) {
    return new ColumnOutline(
        column.id().name(),
        TypeNames.printed(column.text(Property.TYPE).orElse("")),
        column.is(Property.NOT_NULL),
        column.text(Property.DEFAULT).map(expressions),
        column.text(Property.IDENTITY).isPresent(),
        column
            .text(Property.GENERATED)
            .map(expressions)
            .map(
                value ->
                    new Generated(
                        value,
                        column.text(Property.GENERATED_KIND).filter("virtual"::equals).isEmpty())),
        column.text(Property.COLLATION));
  }

  /** The index of a key, which has its name. */
  private static Optional<IndexOutline> index(TableDraft table, ConstraintOutline key) {
    return switch (key.kind()) {
      case PRIMARY_KEY, UNIQUE, EXCLUDE ->
          Optional.of(
              new IndexOutline(
                  new RelationName(table.name.schema(), key.name()),
                  table.name,
                  key.kind() != ConstraintDefinition.Kind.EXCLUDE,
                  key.kind() == ConstraintDefinition.Kind.EXCLUDE ? "gist" : "btree",
                  ConstraintFold.parts(key.columns()),
                  List.of(),
                  Optional.empty(),
                  Optional.of(key.name()),
                  Optional.empty(),
                  true));
      default -> Optional.empty();
    };
  }

  private TriggerOutline trigger(SchemaObject trigger) {
    String definition = trigger.text(Property.DEFINITION).orElse("").toLowerCase(Locale.ROOT);
    int on = definition.indexOf(" on ");
    String head = on < 0 ? definition : definition.substring(0, on);
    return new TriggerOutline(
        trigger.id().name(),
        Stream.of("insert", "update", "delete", "truncate")
            .filter(event -> head.matches("(?s).*\\b" + event + "\\b.*"))
            .collect(Collectors.toUnmodifiableSet()),
        Optional.empty(),
        trigger.uses().stream()
            .filter(id -> id.kind() == ObjectKind.FUNCTION)
            .map(id -> LiveOutline.name(id, schema.dialect()))
            .findFirst(),
        trigger.text(Property.ENABLED).filter("disabled"::equals).isEmpty());
  }

  private Set<RelationName> uses(SchemaObject view) {
    return view.uses().stream()
        .filter(id -> id.kind().isRelation() || id.kind() == ObjectKind.COLUMN)
        .map(id -> id.kind() == ObjectKind.COLUMN ? id.container() : id.path())
        .map(path -> LiveOutline.name(path, schema.dialect()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private RelationName named(String qualified) {
    return LiveOutline.name(ObjectId.names(qualified), schema.dialect());
  }

  private Optional<Expression> bound(SchemaObject partition) {
    return partition
        .text(Property.PARTITION_BOUND)
        .filter(text -> !text.equalsIgnoreCase("default"))
        .map(
            text ->
                new Expression(
                    text,
                    0,
                    Expression.Form.COMPUTED,
                    List.of(),
                    Set.of(),
                    List.of(text),
                    Set.of(),
                    false));
  }

  /** {@code RANGE (created_at, lower(name))}. */
  private PartitionKey partitionKey(String text) {
    int open = text.indexOf('(');
    int close = text.lastIndexOf(')');
    String inner = open < 0 || close < open ? "" : text.substring(open + 1, close);
    List<String> parts =
        Arrays.stream(inner.split(",", -1))
            .map(String::strip)
            .filter(part -> part.matches("[a-z_][a-z0-9_$]*|\"[^\"]+\""))
            .map(part -> part.replace("\"", ""))
            .toList();
    return new PartitionKey(
        (open < 0 ? text : text.substring(0, open)).strip().toLowerCase(Locale.ROOT),
        parts,
        inner.indexOf('(') >= 0);
  }

  private Set<String> options(SchemaObject object) {
    Stream<String> named =
        object.list(Property.OPTIONS).stream().map(option -> option.split("=", 2)[0]);
    Stream<String> flags =
        schema.dialect() == Dialect.SQLITE
            ? Stream.of(
                    object.is(Property.STRICT) ? "strict" : "",
                    object.is(Property.WITHOUT_ROWID) ? "without rowid" : "")
                .filter(flag -> !flag.isEmpty())
            : Stream.of();
    return Stream.concat(named, flags).collect(Collectors.toUnmodifiableSet());
  }
}
