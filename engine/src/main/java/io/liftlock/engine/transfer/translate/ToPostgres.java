package io.liftlock.engine.transfer.translate;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.schema.Table;
import io.liftlock.core.transfer.ColumnCensus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Says SQLite's schema in PostgreSQL's words. */
final class ToPostgres {

  private static final String HOME = "public";
  private static final String OWN = "CURRENT_USER";

  private final Schema source;
  private final UnaryOperator<String> quoted;
  private final TypeOverrides overrides;
  private final NameStyle style;
  private final Draft draft;
  private final String home;
  private final NameSpace relations = NameSpace.ofPostgres();

  ToPostgres(
      Schema source,
      Schema target,
      UnaryOperator<String> quoted,
      TypeOverrides overrides,
      NameStyle style,
      Draft draft) {
    this.source = source;
    this.quoted = quoted;
    this.overrides = overrides;
    this.style = style;
    this.draft = draft;
    this.home = home(target);
  }

  /** The schema that everybody looks into, or else the first that there is. */
  private static String home(Schema target) {
    List<String> names =
        target.of(ObjectKind.SCHEMA).stream().map(schema -> schema.id().name()).toList();
    return names.isEmpty() || names.contains(HOME) ? HOME : names.get(0);
  }

  void translate(Map<ObjectId, List<ColumnCensus>> censuses) {
    for (Table table : source.tables()) {
      draft.table(columns(table, censuses.getOrDefault(table.id(), List.of())));
    }
    for (TableDraft table : draft.tables()) {
      draft.add(SchemaObject.builder(table.target()).set(Property.OWNER, OWN).build());
      table.columns().forEach(column -> draft.add(column(table, column)));
    }
    PostgresConstraints constraints = new PostgresConstraints(draft, relations, style);
    draft.tables().forEach(constraints::keys);
    draft.tables().forEach(constraints::others);
    PostgresIndexes indexes = new PostgresIndexes(draft, quoted, relations, style);
    for (TableDraft table : draft.tables()) {
      source.parts(table.source().id(), ObjectKind.INDEX).forEach(i -> indexes.add(table, i));
    }
    draft.tables().forEach(constraints::foreignKeys);
    leaveOthersOut();
  }

  private TableDraft columns(Table table, List<ColumnCensus> census) {
    ObjectId target =
        ObjectId.of(
            ObjectKind.TABLE, home, relations.take(PostgresNames.of(table.id().name(), style)));
    NameSpace names = NameSpace.ofPostgres();
    List<ColumnDraft> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      Found found =
          new Found(
              census.stream().filter(each -> each.column().equals(column.name())).findFirst());
      String name = names.take(PostgresNames.of(column.name(), style));
      ObjectId id = target.part(ObjectKind.COLUMN, name);
      Chosen chosen = type(table, column, found);
      draft.choose(
          new TypeChoice(column.object().id(), id, column.type(), chosen.type(), chosen.because()));
      columns.add(new ColumnDraft(column, id, chosen.type(), field(column, name, chosen.type())));
    }
    String written = quoted.apply(home) + "." + quoted.apply(target.name());
    return new TableDraft(table, target, written, columns);
  }

  private Field field(Column column, String name, String type) {
    boolean collated = column.object().text(Property.COLLATION).isPresent();
    return new Field(quoted.apply(name), collated ? ValueKind.OTHER : PostgresTypes.kind(type));
  }

  private Chosen type(Table table, Column column, Found found) {
    Optional<TypeOverride> wanted = overrides.of(column.object().id(), column.type());
    if (wanted.isPresent()) {
      new ValueCheck(wanted.get().type(), found)
          .objection()
          .ifPresent(why -> draft.problems().add(misfit(column, wanted.get(), why)));
      return new Chosen(PostgresTypes.printed(wanted.get().type()), "--map-type " + wanted.get());
    }
    return isRowid(table, column)
        ? new Chosen(PostgresTypes.BIGINT, "the row's number")
        : PostgresTypes.choose(column.type(), found);
  }

  private static Problem misfit(Column column, TypeOverride wanted, String why) {
    return Problem.error(
            ErrorCode.VALUES_MISFIT,
            "%s cannot be %s as --map-type wants it: %s"
                .formatted(column.object().id(), wanted.type(), why))
        .action("correct the rows in the source, or map the column to another type");
  }

  /**
   * Whether a column is another name of the row's number, and is given by SQLite where it is not.
   */
  private static boolean isRowid(Table table, Column column) {
    return column.type().equalsIgnoreCase("INTEGER")
        && !table.object().is(Property.WITHOUT_ROWID)
        && table
            .primaryKey()
            .filter(key -> key.columns().equals(List.of(column.name())))
            .filter(key -> !key.definition().startsWith("PRIMARY KEY DESC"))
            .isPresent();
  }

  private SchemaObject column(TableDraft table, ColumnDraft column) {
    Column from = column.source();
    ObjectId id = from.object().id();
    boolean key =
        table.source().primaryKey().filter(k -> k.columns().contains(from.name())).isPresent();
    SchemaObject.Builder builder =
        SchemaObject.builder(column.target())
            .set(Property.POSITION, Integer.toString(table.source().columns().indexOf(from) + 1))
            .set(Property.TYPE, column.type())
            .flag(Property.NOT_NULL, key || !from.nullable() || conflicts(from).isPresent());
    conflicts(from)
        .ifPresent(clause -> draft.leaveOut(id, clause, "PostgreSQL has no ON CONFLICT here"));
    if (isRowid(table.source(), from) && isWhole(column.type())) {
      builder.set(Property.IDENTITY, "by default");
    }
    from.defaultValue()
        .filter(value -> !value.equalsIgnoreCase("NULL"))
        .ifPresent(value -> addDefault(id, value, column.type(), builder));
    from.object()
        .text(Property.COLLATION)
        .ifPresent(
            collation ->
                draft.leaveOut(
                    id,
                    "collation " + collation,
                    "PostgreSQL has none that folds and trims as SQLite does; its texts are equal"
                        + " only where every character is"));
    if (from.generated()) {
      draft.leaveOut(
          id, "expression", "its values are copied, but PostgreSQL will not compute new ones");
    }
    return builder.build();
  }

  private static boolean isWhole(String type) {
    return type.equals(PostgresTypes.BIGINT) || type.equals("integer") || type.equals("smallint");
  }

  private static Optional<String> conflicts(Column column) {
    return column.object().list(Property.OPTIONS).stream()
        .filter(clause -> clause.startsWith("NOT NULL"))
        .findFirst();
  }

  private void addDefault(
      ObjectId column, String value, String type, SchemaObject.Builder builder) {
    Optional<String> said = PostgresDefaults.translate(value, type);
    said.ifPresentOrElse(
        text -> builder.set(Property.DEFAULT, text),
        () -> draft.leaveOut(column, "default", "it cannot be said for a column of type " + type));
  }

  private void leaveOthersOut() {
    for (SchemaObject object : source.objects().values()) {
      switch (object.kind()) {
        case VIEW, TRIGGER ->
            draft.leaveOut(object.id(), "its SQL is SQLite's; write it anew for PostgreSQL");
        case VIRTUAL_TABLE ->
            draft.leaveOut(object.id(), "it is kept by a module of SQLite, and its rows with it");
        default -> {
          // Said, or a part of what is left out.
        }
      }
    }
    source
        .notModelled()
        .forEach(
            each ->
                draft.leaveOut(
                    ObjectId.of(ObjectKind.TABLE, each.name()), each.kind(), each.because()));
  }
}
