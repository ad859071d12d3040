package io.liftlock.engine.model.types;

import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.schema.Table;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.model.NamePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes from a schema what an application may know. */
final class ShapeReader {

  private final Schema schema;
  private final Set<String> wanted;
  private final ValueTypes types;
  private final RoutineReader routines;

  /**
   * @param wanted the schemas to read; all where it is empty
   */
  ShapeReader(Schema schema, Set<String> wanted) {
    this.schema = schema;
    this.wanted = wanted;
    this.types = new ValueTypes(schema, this::isWanted);
    this.routines = new RoutineReader(types);
  }

  Shapes read() {
    List<Shapes.Relation> relations = new ArrayList<>();
    List<Shapes.EnumShape> enums = new ArrayList<>();
    List<Shapes.Composite> composites = new ArrayList<>();
    List<Shapes.Routine> functions = new ArrayList<>();
    Set<String> schemas = new TreeSet<>(wanted);
    for (SchemaObject object : schema.objects().values()) {
      if (object.kind() == ObjectKind.SCHEMA && isWanted(object.id().name())) {
        schemas.add(object.id().name());
      }
      if (object.kind().isPart() || !isWanted(Shapes.schemaOf(object.id()))) {
        continue;
      }
      // A partition's rows are those of its table.
      if (object.kind().isRelation() && object.text(Property.PARTITION_OF).isEmpty()) {
        schemas.add(Shapes.schemaOf(object.id()));
        relations.add(relation(object));
      } else if (object.kind() == ObjectKind.ENUM) {
        schemas.add(Shapes.schemaOf(object.id()));
        enums.add(new Shapes.EnumShape(object.id(), object.list(Property.VALUES)));
      } else if (object.kind() == ObjectKind.COMPOSITE_TYPE) {
        composites.add(new Shapes.Composite(object.id(), attributes(object)));
      } else if (object.kind() == ObjectKind.FUNCTION) {
        routines.read(object).ifPresent(functions::add);
      }
    }
    return new Shapes(
        schema.dialect(), List.copyOf(schemas), relations, enums, composites, functions);
  }

  private boolean isWanted(String name) {
    return wanted.isEmpty() || wanted.contains(name);
  }

  private Shapes.Relation relation(SchemaObject object) {
    Table table = Table.of(schema, object);
    boolean view =
        object.kind() == ObjectKind.VIEW || object.kind() == ObjectKind.MATERIALIZED_VIEW;
    List<Shapes.Field> fields =
        table.columns().stream().map(column -> field(table, column, view)).toList();
    List<Shapes.Link> links = table.foreignKeys().stream().map(key -> link(table, key)).toList();
    return new Shapes.Relation(object.id(), view, fields, links);
  }

  private Shapes.Field field(Table table, Column column, boolean view) {
    boolean inKey =
        table.primaryKey().filter(key -> key.columns().contains(column.name())).isPresent();
    boolean nullable = column.nullable() && !inKey && !types.refusesNull(column.type());
    boolean identity = column.object().text(Property.IDENTITY).isPresent();
    boolean numbered = inKey && isRowId(table, column);
    return new Shapes.Field(
        column.name(),
        types.of(column.type()),
        nullable,
        nullable || identity || numbered || column.defaultValue().isPresent(),
        view || column.generated() || column.identityAlways());
  }

  /** In SQLite, an INTEGER PRIMARY KEY is the row's number, and is given by itself. */
  private boolean isRowId(Table table, Column column) {
    return schema.dialect() == Dialect.SQLITE
        && column.type().equalsIgnoreCase("INTEGER")
        && !table.object().is(Property.WITHOUT_ROWID)
        && table.primaryKey().filter(key -> key.columns().size() == 1).isPresent();
  }

  private Shapes.Link link(Table table, Constraint key) {
    List<String> target = NamePath.parse(key.references().orElse(""));
    return new Shapes.Link(
        key.name(),
        key.columns(),
        isUnique(table, key.columns()),
        target.get(target.size() - 1),
        key.referencedColumns());
  }

  /** Whether no two rows can be alike in these columns. */
  private boolean isUnique(Table table, List<String> columns) {
    Set<String> wantedColumns = new HashSet<>(columns);
    boolean byConstraint =
        table.constraints().stream()
            .filter(
                constraint ->
                    constraint.type().equals(Constraint.PRIMARY_KEY)
                        || constraint.type().equals(Constraint.UNIQUE))
            .anyMatch(constraint -> new HashSet<>(constraint.columns()).equals(wantedColumns));
    return byConstraint
        || schema.parts(table.id(), ObjectKind.INDEX).stream()
            .filter(index -> index.is(Property.UNIQUE))
            .filter(index -> index.text(Property.PREDICATE).isEmpty())
            .anyMatch(index -> new HashSet<>(index.list(Property.COLUMNS)).equals(wantedColumns));
  }

  private List<Shapes.Field> attributes(SchemaObject type) {
    List<Shapes.Field> fields = new ArrayList<>();
    for (String attribute : type.list(Property.ATTRIBUTES)) {
      RoutineReader.named(attribute)
          .ifPresent(
              named -> {
                String plain = named.type().replaceFirst(" COLLATE .*$", "");
                fields.add(new Shapes.Field(named.name(), types.of(plain), true, true, false));
              });
    }
    return fields;
  }
}
