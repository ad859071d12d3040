package io.liftlock.engine.transfer.translate;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.schema.Affinity;
import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Says PostgreSQL's schema in SQLite's words. */
final class ToSqlite {

  private static final String HOME = "public";

  private final Schema source;
  private final UnaryOperator<String> quoted;
  private final TypeOverrides overrides;
  private final Draft draft;
  private final SqliteTypes types;

  /** SQLite keeps tables and indexes in one place. */
  private final NameSpace relations = NameSpace.ofSqlite();

  ToSqlite(
      Schema source,
      Schema target,
      UnaryOperator<String> quoted,
      TypeOverrides overrides,
      Draft draft) {
    this.source = source;
    this.quoted = quoted;
    this.overrides = overrides;
    this.draft = draft;
    this.types = new SqliteTypes(source);
    target.objects().keySet().stream()
        .filter(id -> id.kind() == ObjectKind.VIEW)
        .forEach(id -> relations.take(id.name()));
  }

  void translate() {
    List<Table> tables = new ArrayList<>();
    for (Table table : source.tables()) {
      if (table.object().text(Property.PARTITION_OF).isPresent()) {
        draft.leaveOut(table.id(), "its rows are in the table that it is a partition of");
      } else if (table.columns().isEmpty()) {
        draft.leaveOut(table.id(), "SQLite has no tables without columns");
      } else {
        tables.add(table);
      }
    }
    List<String> names = relations.takeAll(tables.stream().map(table -> name(table.id())).toList());
    for (int i = 0; i < names.size(); i++) {
      columns(tables.get(i), ObjectId.of(ObjectKind.TABLE, names.get(i)));
    }
    SqliteConstraints constraints = new SqliteConstraints(draft);
    for (TableDraft table : draft.tables()) {
      boolean counts = constraints.rowid(table).filter(this::isCounted).isPresent();
      draft.add(SchemaObject.builder(table.target()).flag(Property.AUTOINCREMENT, counts).build());
      table.columns().forEach(column -> draft.add(column(table, column, constraints)));
      constraints.add(table);
    }
    SqliteIndexes indexes = new SqliteIndexes(draft, quoted, relations);
    for (TableDraft table : draft.tables()) {
      source.parts(table.source().id(), ObjectKind.INDEX).forEach(i -> indexes.add(table, i));
    }
    leaveOthersOut();
  }

  private void columns(Table table, ObjectId target) {
    List<String> names =
        NameSpace.ofSqlite().takeAll(table.columns().stream().map(Column::name).toList());
    List<ColumnDraft> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      ObjectId id = column.object().id();
      ObjectId made = target.part(ObjectKind.COLUMN, names.get(columns.size()));
      SqliteType chosen = types.choose(column.type());
      String type = chosen.type();
      String because = chosen.because();
      ValueKind kind = chosen.kind();
      Optional<TypeOverride> wanted = overrides.of(id, column.type());
      if (wanted.isPresent()) {
        type = wanted.get().type();
        because = "--map-type " + wanted.get();
        kind = ValueKind.OTHER;
        refuseLoss(column, wanted.get(), chosen);
      }
      draft.choose(new TypeChoice(id, made, column.type(), type, because));
      columns.add(new ColumnDraft(column, made, type, new Field(quoted.apply(made.name()), kind)));
    }
    draft.table(new TableDraft(table, target, quoted.apply(target.name()), columns));
  }

  /** What is in no schema but public keeps its name; what begins like SQLite's own may not. */
  private static String name(ObjectId table) {
    String schema = table.path().get(0);
    String name = table.name();
    String whole = schema.equals(HOME) ? name : schema + "_" + name;
    return whole.regionMatches(true, 0, "sqlite_", 0, 7) ? "_" + whole : whole;
  }

  private void refuseLoss(Column column, TypeOverride wanted, SqliteType chosen) {
    Affinity affinity = Affinity.of(wanted.type());
    boolean alters =
        chosen.type().equals(SqliteType.TEXT)
            && affinity != Affinity.TEXT
            && affinity != Affinity.BLOB;
    if (alters) {
      draft
          .problems()
          .add(
              Problem.error(
                      ErrorCode.VALUES_MISFIT,
                      column.object().id()
                          + " cannot be "
                          + wanted.type()
                          + " as --map-type wants it: SQLite would turn its texts into numbers"
                          + " where it can, and lose digits")
                  .action("map it to TEXT, or leave the choice to liftlock"));
    }
  }

  private SchemaObject column(TableDraft table, ColumnDraft column, SqliteConstraints constraints) {
    Column from = column.source();
    ObjectId id = from.object().id();
    boolean rowid = constraints.rowid(table).filter(column::equals).isPresent();
    SqliteType chosen = types.choose(from.type());
    SchemaObject.Builder builder =
        SchemaObject.builder(column.target())
            .set(Property.POSITION, Integer.toString(table.source().columns().indexOf(from) + 1))
            .set(Property.TYPE, column.type())
            .set(Property.COLLATION, chosen.ignoresCase() ? "NOCASE" : null)
            .flag(Property.NOT_NULL, !from.nullable() && !rowid);
    if (!rowid) {
      from.defaultValue().ifPresent(value -> addDefault(column, value, chosen, builder));
      if (from.object().text(Property.IDENTITY).isPresent()) {
        draft.leaveOut(id, "identity", "SQLite counts only a whole number that is the whole key");
      }
    }
    if (from.generated()) {
      draft.leaveOut(
          id, "expression", "its values are copied, but SQLite will not compute new ones");
    }
    if (!chosen.check().isEmpty() && chosen.type().equals(column.type())) {
      constraints.check(table, column, chosen.check());
    }
    return builder.build();
  }

  private void addDefault(
      ColumnDraft column, String value, SqliteType chosen, SchemaObject.Builder builder) {
    if (value.startsWith("NULL::")) {
      return;
    }
    SqliteDefaults.translate(value, column.source().type(), chosen)
        .ifPresentOrElse(
            text -> builder.set(Property.DEFAULT, text),
            () ->
                draft.leaveOut(
                    column.source().object().id(), "default", "SQLite cannot compute it"));
  }

  /** Whether PostgreSQL gives the column its values, and none of them twice. */
  private boolean isCounted(ColumnDraft column) {
    SchemaObject object = column.source().object();
    return object.text(Property.IDENTITY).isPresent()
        || column.source().defaultValue().filter(value -> value.startsWith("nextval(")).isPresent();
  }

  private void leaveOthersOut() {
    for (SchemaObject object : source.objects().values()) {
      switch (object.kind()) {
        case VIEW, MATERIALIZED_VIEW, TRIGGER, RULE, FUNCTION, PROCEDURE, AGGREGATE ->
            draft.leaveOut(object.id(), "its SQL is PostgreSQL's; write it anew for SQLite");
        case POLICY ->
            draft.leaveOut(object.id(), "whoever opens the file of SQLite sees every row");
        case FOREIGN_TABLE -> draft.leaveOut(object.id(), "its rows are elsewhere");
        case SEQUENCE -> {
          if (object.text(Property.OWNED_BY).isEmpty()) {
            draft.leaveOut(object.id(), "SQLite has no sequences");
          }
        }
        case CONSTRAINT -> {
          boolean ofDomain =
              source.whole(object.id()).filter(w -> w.kind() == ObjectKind.DOMAIN).isPresent();
          if (ofDomain && object.text(Property.CONSTRAINT_TYPE).isPresent()) {
            draft.leaveOut(object.id(), "SQLite has no domains; checks of theirs are not kept");
          }
        }
        default -> {
          // Said, or without meaning in a file that one application opens.
        }
      }
    }
  }
}
