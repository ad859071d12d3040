package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Columns of tables, foreign tables and views. */
final class ColumnWriter implements KindWriter {

  /** What ALTER TABLE carries from a parent to its children by itself. */
  private static final Set<Property> RECURSIVE =
      Set.of(
          Property.TYPE,
          Property.COLLATION,
          Property.NOT_NULL,
          Property.GENERATED,
          Property.GENERATED_KIND,
          Property.IDENTITY,
          Property.IDENTITY_OPTIONS);

  @Override
  public List<String> create(SchemaObject column, Passage passage) {
    if (isOfView(column.id(), passage)) {
      return adopt(column, passage);
    }
    List<String> sql = new ArrayList<>();
    sql.add(table(column, false, passage) + " ADD COLUMN " + clause(column));
    sql.addAll(details(column, passage));
    return sql;
  }

  /** The column as CREATE TABLE and ADD COLUMN say it. */
  static String clause(SchemaObject column) {
    StringBuilder clause = new StringBuilder(Quoted.name(column.id().name()));
    clause.append(' ').append(column.text(Property.TYPE).orElseThrow());
    column.text(Property.COMPRESSION).ifPresent(c -> clause.append(" COMPRESSION ").append(c));
    clause.append(ForeignOptions.create(ForeignOptions.in(column.list(Property.OPTIONS))));
    column.text(Property.COLLATION).ifPresent(c -> clause.append(" COLLATE ").append(c));
    column.text(Property.DEFAULT).ifPresent(d -> clause.append(" DEFAULT ").append(d));
    column
        .text(Property.GENERATED)
        .ifPresent(
            expression ->
                clause
                    .append(" GENERATED ALWAYS AS (")
                    .append(expression)
                    .append(") ")
                    .append(kind(column).toUpperCase(Locale.ROOT)));
    column
        .text(Property.IDENTITY)
        .ifPresent(identity -> clause.append(' ').append(identityClause(identity, column)));
    if (column.is(Property.NOT_NULL)) {
      clause.append(" NOT NULL");
    }
    return clause.toString();
  }

  private static String kind(SchemaObject column) {
    return column.text(Property.GENERATED_KIND).orElse("stored");
  }

  private static String identityClause(String identity, SchemaObject column) {
    List<String> options = column.list(Property.IDENTITY_OPTIONS);
    return "GENERATED "
        + identity.toUpperCase(Locale.ROOT)
        + " AS IDENTITY"
        + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
  }

  /** What CREATE TABLE cannot say of a column, or not on every version. */
  private static List<String> details(SchemaObject column, Passage passage) {
    List<String> sql = new ArrayList<>();
    String alter = alter(column, true, passage);
    column
        .text(Property.STORAGE)
        .ifPresent(s -> sql.add(alter + " SET STORAGE " + s.toUpperCase(Locale.ROOT)));
    column
        .text(Property.STATISTICS_TARGET)
        .ifPresent(target -> sql.add(alter + " SET STATISTICS " + target));
    List<String> options = Options.in(column.list(Property.OPTIONS));
    if (!options.isEmpty()) {
      sql.add(alter + " " + Options.set(options));
    }
    return sql;
  }

  @Override
  public List<String> adopt(SchemaObject column, Passage passage) {
    if (isOfView(column.id(), passage)) {
      return column
          .text(Property.DEFAULT)
          .map(d -> List.of(alter(column, false, passage) + " SET DEFAULT " + d))
          .orElse(List.of());
    }
    List<SchemaObject> origins = Parts.origins(column, passage.to());
    if (origins.isEmpty() || TableWriter.attachesLater(column, passage)) {
      return details(column, passage);
    }
    SchemaObject given =
        column.toBuilder()
            .set(Property.DEFAULT, origins.get(0).list(Property.DEFAULT))
            .set(Property.NOT_NULL, origins.get(0).list(Property.NOT_NULL))
            .set(Property.STORAGE, origins.get(0).list(Property.STORAGE))
            .set(Property.STATISTICS_TARGET, List.of())
            .set(Property.OPTIONS, List.of())
            .build();
    return changes(given, column, passage);
  }

  @Override
  public List<String> drop(SchemaObject column, Passage passage) {
    return isOfView(column.id(), passage)
        ? List.of()
        : List.of(
            table(column, childKeeps(column, passage), passage)
                + " DROP COLUMN "
                + Quoted.name(column.id().name()));
  }

  /** Whether a table that inherits the column is to have it for itself. */
  private static boolean childKeeps(SchemaObject column, Passage passage) {
    String parent = new ObjectId(ObjectKind.TABLE, column.id().container(), "").qualified();
    return passage.parents().contains(parent)
        && passage.to().of(ObjectKind.TABLE).stream()
            .filter(child -> child.list(Property.INHERITS).contains(parent))
            .anyMatch(
                child -> passage.to().has(child.id().part(ObjectKind.COLUMN, column.id().name())));
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    SchemaObject from = change.from();
    SchemaObject to = change.to();
    if (isOfView(to.id(), passage)) {
      return Optional.of(defaultOf(from, to, passage));
    }
    return becomesAnother(from, to, passage)
        ? Optional.empty()
        : Optional.of(changes(from, to, passage));
  }

  /** Whether no ALTER makes one of the other, and the column has to be dropped. */
  private static boolean becomesAnother(SchemaObject from, SchemaObject to, Passage passage) {
    Optional<String> before = from.text(Property.GENERATED);
    Optional<String> after = to.text(Property.GENERATED);
    if (before.isEmpty() || after.isEmpty()) {
      // A stored expression can be given up, but none can be added.
      return after.isPresent() || (before.isPresent() && !kind(from).equals("stored"));
    }
    if (!kind(from).equals(kind(to))) {
      return true;
    }
    return !before.equals(after)
        && (!passage.since(17) || from.differences(to).contains(Property.TYPE));
  }

  private static List<String> changes(SchemaObject from, SchemaObject to, Passage passage) {
    Set<Property> differences = from.differences(to);
    differences.removeIf(
        property -> RECURSIVE.contains(property) && byParent(property, to, passage));
    List<String> sql = new ArrayList<>();
    String recursive = alter(to, false, passage);
    String only = alter(to, true, passage);
    boolean retyped =
        differences.contains(Property.TYPE) || differences.contains(Property.COLLATION);
    if (differences.contains(Property.GENERATED)) {
      sql.add(
          recursive
              + to.text(Property.GENERATED)
                  .map(expression -> " SET EXPRESSION AS (" + expression + ")")
                  .orElse(" DROP EXPRESSION"));
    }
    if (differences.contains(Property.IDENTITY) && to.text(Property.IDENTITY).isEmpty()) {
      sql.add(recursive + " DROP IDENTITY");
    }
    if (retyped) {
      sql.add(retype(from, to, passage));
    } else if (differences.contains(Property.DEFAULT)) {
      sql.addAll(defaultOf(from, to, passage));
    }
    if (differences.contains(Property.NOT_NULL)) {
      sql.add(recursive + (to.is(Property.NOT_NULL) ? " SET NOT NULL" : " DROP NOT NULL"));
    }
    if (differences.contains(Property.IDENTITY)
        || differences.contains(Property.IDENTITY_OPTIONS)) {
      to.text(Property.IDENTITY)
          .ifPresent(identity -> sql.add(recursive + identity(identity, from, to)));
    }
    if (differences.contains(Property.STORAGE)) {
      sql.add(
          only
              + " SET STORAGE "
              + to.text(Property.STORAGE)
                  .orElse(passage.since(16) ? "DEFAULT" : usualStorage(to))
                  .toUpperCase(Locale.ROOT));
    }
    if (differences.contains(Property.COMPRESSION)) {
      sql.add(only + " SET COMPRESSION " + to.text(Property.COMPRESSION).orElse("default"));
    }
    if (differences.contains(Property.STATISTICS_TARGET)) {
      sql.add(only + " SET STATISTICS " + to.text(Property.STATISTICS_TARGET).orElse("-1"));
    }
    List<String> before = from.list(Property.OPTIONS);
    List<String> after = to.list(Property.OPTIONS);
    Options.change(Options.in(before), Options.in(after))
        .forEach(change -> sql.add(only + " " + change));
    String foreign = ForeignOptions.alter(ForeignOptions.in(before), ForeignOptions.in(after));
    if (!foreign.isEmpty()) {
      sql.add(only + foreign);
    }
    return sql;
  }

  /** What DEFAULT means, which only PostgreSQL 16 and later understand. */
  private static String usualStorage(SchemaObject column) {
    return switch (Casts.TypeName.of(column.text(Property.TYPE).orElse("")).name()) {
      case "numeric", "inet", "cidr" -> "MAIN";
      default -> "EXTENDED";
    };
  }

  /** Whether the change of a parent's column has changed this one, too. */
  private static boolean byParent(Property property, SchemaObject to, Passage passage) {
    return Parts.origins(to, passage.to()).stream()
        .filter(origin -> origin.list(property).equals(to.list(property)))
        .flatMap(origin -> passage.from().find(origin.id()).stream())
        .anyMatch(before -> !before.list(property).equals(to.list(property)));
  }

  private static String retype(SchemaObject from, SchemaObject to, Passage passage) {
    String name = Quoted.name(to.id().name());
    String type = to.text(Property.TYPE).orElseThrow();
    StringBuilder sql = new StringBuilder(table(to, false, passage));
    boolean generated = to.text(Property.GENERATED).isPresent();
    // The old default might not fit the new type, and would be printed with a cast around it.
    if (from.text(Property.DEFAULT).isPresent()) {
      sql.append(" ALTER COLUMN ").append(name).append(" DROP DEFAULT,");
    }
    sql.append(" ALTER COLUMN ").append(name).append(" TYPE ").append(type);
    to.text(Property.COLLATION).ifPresent(c -> sql.append(" COLLATE ").append(c));
    if (!generated) {
      Casts.using(name, from.text(Property.TYPE).orElseThrow(), type)
          .ifPresent(using -> sql.append(" USING ").append(using));
    }
    to.text(Property.DEFAULT)
        .ifPresent(
            d -> sql.append(", ALTER COLUMN ").append(name).append(" SET DEFAULT ").append(d));
    return sql.toString();
  }

  private static String identity(String identity, SchemaObject from, SchemaObject to) {
    Optional<String> before = from.text(Property.IDENTITY);
    if (before.isEmpty()) {
      return " ADD " + identityClause(identity, to);
    }
    StringBuilder sql = new StringBuilder();
    if (!before.get().equals(identity)) {
      sql.append(" SET GENERATED ").append(identity.toUpperCase(Locale.ROOT));
    }
    if (!from.list(Property.IDENTITY_OPTIONS).equals(to.list(Property.IDENTITY_OPTIONS))) {
      sql.append(SequenceWriter.identityOptions(to));
    }
    return sql.toString();
  }

  private static List<String> defaultOf(SchemaObject from, SchemaObject to, Passage passage) {
    if (from.list(Property.DEFAULT).equals(to.list(Property.DEFAULT))) {
      return List.of();
    }
    return List.of(
        alter(to, true, passage)
            + to.text(Property.DEFAULT).map(d -> " SET DEFAULT " + d).orElse(" DROP DEFAULT"));
  }

  /** Takes the default away. */
  static List<String> loosen(SchemaObject column, Passage passage) {
    return column.text(Property.DEFAULT).isEmpty()
        ? List.of()
        : List.of(alter(column, true, passage) + " DROP DEFAULT");
  }

  /** Gives the default. */
  static List<String> fasten(SchemaObject column, Passage passage) {
    return column
        .text(Property.DEFAULT)
        .map(d -> List.of(alter(column, true, passage) + " SET DEFAULT " + d))
        .orElse(List.of());
  }

  private static String alter(SchemaObject column, boolean only, Passage passage) {
    return table(column, only, passage) + " ALTER COLUMN " + Quoted.name(column.id().name());
  }

  private static String table(SchemaObject column, boolean only, Passage passage) {
    return TableWriter.alter(column.id(), only, passage);
  }

  private static boolean isOfView(ObjectId column, Passage passage) {
    return passage
        .whole(column)
        .filter(
            whole ->
                whole.kind() == ObjectKind.VIEW || whole.kind() == ObjectKind.MATERIALIZED_VIEW)
        .isPresent();
  }

  /** The server rebuilds indexes and constraints of a column whose type changes, and no more. */
  @Override
  public boolean displaces(Change.Alter change, SchemaObject dependent, Passage passage) {
    Set<Property> properties = change.properties();
    boolean retyped = properties.contains(Property.TYPE) || properties.contains(Property.COLLATION);
    boolean expression = properties.contains(Property.GENERATED);
    if (!retyped && !expression) {
      return false;
    }
    return switch (dependent.kind()) {
      case INDEX, STATISTICS, SEQUENCE -> false;
      case CONSTRAINT ->
          retyped
              && new Constraint(dependent).type().equals(Constraint.FOREIGN_KEY)
              && !Casts.comparable(
                  change.from().text(Property.TYPE).orElse(""),
                  change.to().text(Property.TYPE).orElse(""));
      case COLUMN -> retyped && !dependent.id().equals(change.object());
      default -> retyped;
    };
  }
}
