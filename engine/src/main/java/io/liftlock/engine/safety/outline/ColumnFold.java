package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.Alteration.AlterColumnType;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.IndexPart;
import io.liftlock.core.syntax.PartitionKey;
import io.liftlock.core.syntax.TypeName;
import java.util.List;
import java.util.Optional;

/** Folds what happens to columns. */
final class ColumnFold {

  private final Drawing drawing;
  private final ConstraintFold constraints;

  ColumnFold(Drawing drawing) {
    this.drawing = drawing;
    this.constraints = new ConstraintFold(drawing);
  }

  void add(TableDraft table, AddColumn action) {
    if (table.column(action.column().name()).isEmpty()) {
      add(table, action.column());
    }
  }

  /** A column with its constraints, its sequence and the indexes of its keys. */
  void add(TableDraft table, ColumnDefinition column) {
    Optional<String> counting = counting(column.type());
    if (counting.isPresent() || column.identity()) {
      addSequence(table, column.name(), counting.orElse(column.type().name()), column.identity());
    }
    boolean key =
        column.constraints().stream()
            .anyMatch(each -> each.kind() == ConstraintDefinition.Kind.PRIMARY_KEY);
    ColumnOutline made =
        new ColumnOutline(
            column.name(),
            kept(column.type()),
            column.notNull() || column.identity() || counting.isPresent() || key,
            column.defaultValue(),
            column.identity(),
            column.generated(),
            column.collation());
    table.columns = TableDraft.with(table.columns, made);
    column.constraints().forEach(each -> constraints.add(table, each));
  }

  private void addSequence(TableDraft table, String column, String type, boolean identity) {
    RelationName name =
        new RelationName(table.name.schema(), drawing.names().sequence(table, column));
    drawing.put(
        new SequenceOutline(
            name, type, Optional.of(new ColumnName(Optional.of(table.name), column)), identity));
  }

  /** The type behind serial and its kin. */
  static Optional<String> counting(TypeName type) {
    return switch (type.name()) {
      case "serial", "serial4" -> Optional.of("integer");
      case "bigserial", "serial8" -> Optional.of("bigint");
      case "smallserial", "serial2" -> Optional.of("smallint");
      default -> Optional.empty();
    };
  }

  /** The type as the catalog has it: nothing in it is called serial. */
  private TypeName kept(TypeName type) {
    return drawing.now().dialect() == Dialect.POSTGRES
        ? counting(type)
            .map(integer -> new TypeName(integer, integer, List.of(), type.array()))
            .orElse(type)
        : type;
  }

  void drop(TableDraft table, String column) {
    Optional<ColumnOutline> known = table.column(column);
    String name = known.map(ColumnOutline::name).orElse(column);
    table.columns = TableDraft.without(table.columns, each -> each.name().equals(name));
    table.indexes = TableDraft.without(table.indexes, index -> uses(index, name));
    List<ConstraintOutline> gone =
        table.constraints.stream().filter(each -> uses(each, name)).toList();
    gone.forEach(each -> constraints.remove(table, each));
    dropReferring(table.name, name);
    drawing.now().sequencesOf(table.name).stream()
        .filter(sequence -> sequence.ownedBy().filter(c -> c.column().equals(name)).isPresent())
        .forEach(sequence -> drawing.removeSequence(sequence.name()));
  }

  private void dropReferring(RelationName table, String column) {
    for (TableOutline other : drawing.now().referencing(table)) {
      drawing.change(
          other.name(),
          draft ->
              draft.constraints =
                  TableDraft.without(
                      draft.constraints,
                      key ->
                          key.references().filter(table::equals).isPresent()
                              && key.referencedColumns().contains(column)));
    }
  }

  /** Whether an index goes with a column. */
  static boolean uses(IndexOutline index, String column) {
    return index.included().contains(column)
        || index.parts().stream().anyMatch(part -> uses(part, column))
        || index.where().filter(where -> where.columns().contains(column)).isPresent();
  }

  private static boolean uses(IndexPart part, String column) {
    return part.column().filter(column::equals).isPresent()
        || part.expression().filter(each -> each.columns().contains(column)).isPresent();
  }

  /** Whether a constraint goes with a column. */
  static boolean uses(ConstraintOutline constraint, String column) {
    return constraint.columns().contains(column)
        || constraint.check().filter(check -> check.columns().contains(column)).isPresent();
  }

  void type(TableDraft table, AlterColumnType action) {
    table.changeColumn(action.column(), column -> column.typed(action.type(), action.collation()));
  }

  /** An identity column gets its sequence. */
  void addIdentity(TableDraft table, String column) {
    addSequence(
        table, column, table.column(column).map(each -> each.type().name()).orElse("bigint"), true);
    table.changeColumn(column, each -> each.withIdentity(true));
  }

  void dropIdentity(TableDraft table, String column) {
    table.changeColumn(column, each -> each.withIdentity(false).notNull(each.notNull()));
    drawing.now().sequencesOf(table.name).stream()
        .filter(SequenceOutline::identity)
        .filter(sequence -> sequence.ownedBy().filter(c -> c.column().equals(column)).isPresent())
        .forEach(sequence -> drawing.removeSequence(sequence.name()));
  }

  void rename(TableDraft table, String from, String to) {
    table.changeColumn(from, column -> column.named(to));
    table.constraints =
        TableDraft.changed(
            table.constraints, each -> uses(each, from), each -> Renaming.column(each, from, to));
    table.indexes =
        TableDraft.changed(
            table.indexes, each -> uses(each, from), each -> Renaming.column(each, from, to));
    table.partitionKey =
        table.partitionKey.map(
            key ->
                new PartitionKey(
                    key.strategy(), Renaming.in(key.columns(), from, to), key.expressions()));
    for (TableOutline other : drawing.now().referencing(table.name)) {
      if (!other.name().equals(table.name)) {
        drawing.change(
            other.name(), draft -> Renaming.referencedColumn(draft, table.name, from, to));
      }
    }
    Renaming.referencedColumn(table, table.name, from, to);
    for (TableOutline view : drawing.now().views(table.name)) {
      drawing.change(view.name(), draft -> Renaming.usedColumn(draft, table.name, from, to));
    }
    for (SequenceOutline sequence : drawing.now().sequencesOf(table.name)) {
      if (sequence.ownedBy().filter(c -> c.column().equals(from)).isPresent()) {
        drawing.put(
            new SequenceOutline(
                sequence.name(),
                sequence.type(),
                Optional.of(new ColumnName(Optional.of(table.name), to)),
                sequence.identity()));
      }
    }
  }
}
