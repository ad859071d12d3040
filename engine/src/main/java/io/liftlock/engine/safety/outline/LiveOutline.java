package io.liftlock.engine.safety.outline;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.CreateType;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.RelationKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws the outline of a live database. */
final class LiveOutline {

  private final Schema schema;
  private final Function<String, Expression> expressions;
  private final Drawing drawing;

  /** Many columns have the same few defaults: each text is read once. */
  LiveOutline(Schema schema, Function<String, Expression> expressions) {
    Map<String, Expression> known = new HashMap<>();
    this.schema = schema;
    this.expressions = text -> known.computeIfAbsent(text, expressions);
    this.drawing = new Drawing(Outline.empty(schema.dialect()));
  }

  Outline draw() {
    LiveTable tables = new LiveTable(schema, expressions);
    for (SchemaObject object : schema.objects().values()) {
      switch (object.kind()) {
        case TABLE, VIRTUAL_TABLE -> drawing.put(tables.draw(object, RelationKind.TABLE));
        case FOREIGN_TABLE -> drawing.put(tables.draw(object, RelationKind.FOREIGN_TABLE));
        case VIEW -> drawing.put(tables.draw(object, RelationKind.VIEW));
        case MATERIALIZED_VIEW -> drawing.put(tables.draw(object, RelationKind.MATERIALIZED_VIEW));
        case SEQUENCE -> drawing.put(sequence(object));
        case ENUM -> drawing.put(type(object, CreateType.Form.ENUM));
        case COMPOSITE_TYPE -> drawing.put(type(object, CreateType.Form.COMPOSITE));
        case RANGE_TYPE -> drawing.put(type(object, CreateType.Form.RANGE));
        case DOMAIN -> drawing.put(domain(object));
        case FUNCTION, PROCEDURE -> routine(object);
        case PUBLICATION -> drawing.put(publication(object));
        default -> {}
      }
    }
    return drawing.now();
  }

  /** The name of an object that is no part of another. */
  static RelationName name(ObjectId id, Dialect dialect) {
    return name(id.path(), dialect);
  }

  static RelationName name(List<String> path, Dialect dialect) {
    return dialect == Dialect.SQLITE
        ? Outline.empty(dialect).resolve(RelationName.of(path.get(0)))
        : path.size() > 1
            ? RelationName.of(path.get(0), path.get(1))
            : RelationName.of(path.get(0));
  }

  private RelationName name(SchemaObject object) {
    return name(object.id(), schema.dialect());
  }

  private SequenceOutline sequence(SchemaObject object) {
    return new SequenceOutline(
        name(object),
        object.text(Property.TYPE).orElse("bigint"),
        object
            .text(Property.OWNED_BY)
            .map(ObjectId::names)
            .filter(names -> names.size() == 3)
            .map(
                names ->
                    new ColumnName(
                        Optional.of(RelationName.of(names.get(0), names.get(1))), names.get(2))),
        false);
  }

  private TypeOutline type(SchemaObject object, CreateType.Form form) {
    return new TypeOutline(name(object), form, object.list(Property.VALUES), true);
  }

  private DomainOutline domain(SchemaObject object) {
    return new DomainOutline(
        name(object),
        TypeNames.printed(object.text(Property.BASE_TYPE).orElse("")),
        object.is(Property.NOT_NULL),
        object.text(Property.DEFAULT).map(expressions),
        schema.parts(object.id(), ObjectKind.CONSTRAINT).stream()
            .map(each -> new LiveConstraint(schema, each, expressions).outline())
            .toList());
  }

  private void routine(SchemaObject object) {
    RoutineOutline routine = LiveRoutine.outline(object, name(object));
    RelationName name = routine.name();
    Holdings all = drawing.now().holdings();
    drawing.now(
        drawing
            .now()
            .with(
                all.withRoutines(
                    all.routines()
                        .with(
                            name,
                            TableDraft.with(
                                all.routines().get(name).orElse(List.of()), routine)))));
  }

  private static PublicationOutline publication(SchemaObject object) {
    List<String> tables = object.list(Property.TABLES);
    boolean all = tables.equals(List.of("ALL TABLES"));
    return new PublicationOutline(
        object.id().name(),
        all,
        all ? List.of() : tables.stream().map(LiveOutline::published).toList(),
        object.list(Property.SCHEMAS),
        Set.copyOf(object.list(Property.OPERATIONS)),
        Map.of());
  }

  /** A published table without its list of columns and its filter. */
  private static RelationName published(String text) {
    int quote = text.indexOf('"') < 0 ? -1 : text.lastIndexOf('"');
    int end = text.indexOf(' ', Math.max(quote, 0));
    List<String> names = ObjectId.names(end < 0 ? text : text.substring(0, end));
    return names.size() > 1
        ? RelationName.of(names.get(0), names.get(1))
        : RelationName.of(names.get(0));
  }

  /** The columns among what an object stands on. */
  static Set<ColumnName> columns(SchemaObject object, Dialect dialect) {
    return object.uses().stream()
        .filter(id -> id.kind() == ObjectKind.COLUMN)
        .map(id -> new ColumnName(Optional.of(name(id.container(), dialect)), id.name()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
