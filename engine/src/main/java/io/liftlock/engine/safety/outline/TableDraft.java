package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.PartitionKey;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.core.syntax.RelationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A table's outline while a command is being folded into it. Its lists are never changed. */
final class TableDraft {

  RelationName name;
  RelationKind kind = RelationKind.TABLE;
  Persistence persistence = Persistence.PERMANENT;
  List<ColumnOutline> columns = List.of();
  List<ConstraintOutline> constraints = List.of();
  List<IndexOutline> indexes = List.of();
  Optional<PartitionKey> partitionKey = Optional.empty();
  Optional<PartitionOutline> partitionOf = Optional.empty();
  List<RelationName> inherits = List.of();
  List<TriggerOutline> triggers = List.of();
  List<PolicyOutline> policies = List.of();
  Set<String> rules = Set.of();
  boolean rowSecurity;
  String replicaIdentity = "default";
  Set<String> options = Set.of();
  Set<RelationName> uses = Set.of();
  Set<ColumnName> usedColumns = Set.of();
  boolean complete;

  /** A relation of which only the name is known. */
  TableDraft(RelationName name, RelationKind kind) {
    this.name = name;
    this.kind = kind;
  }

  TableDraft(TableOutline table) {
    name = table.name();
    kind = table.kind();
    persistence = table.persistence();
    columns = table.columns();
    constraints = table.constraints();
    indexes = table.indexes();
    partitionKey = table.partitionKey();
    partitionOf = table.partitionOf();
    inherits = table.inherits();
    triggers = table.triggers();
    policies = table.policies();
    rules = table.rules();
    rowSecurity = table.rowSecurity();
    replicaIdentity = table.replicaIdentity();
    options = table.options();
    uses = table.uses();
    usedColumns = table.usedColumns();
    complete = table.complete();
  }

  TableOutline freeze() {
    return new TableOutline(
        name,
        kind,
        persistence,
        columns,
        constraints,
        indexes,
        partitionKey,
        partitionOf,
        inherits,
        triggers,
        policies,
        rules,
        rowSecurity,
        replicaIdentity,
        options,
        uses,
        usedColumns,
        complete);
  }

  /** The column of that name; where there is none, one that differs in nothing but its case. */
  Optional<ColumnOutline> column(String column) {
    return columns.stream()
        .filter(each -> each.name().equals(column))
        .findFirst()
        .or(
            () ->
                columns.stream().filter(each -> each.name().equalsIgnoreCase(column)).findFirst());
  }

  Optional<ConstraintOutline> constraint(String constraint) {
    return constraints.stream().filter(each -> each.name().equals(constraint)).findFirst();
  }

  /** Changes a column; one that nothing told of is begun. */
  void changeColumn(String column, UnaryOperator<ColumnOutline> change) {
    ColumnOutline known = column(column).orElse(null);
    columns =
        known == null
            ? with(columns, change.apply(ColumnOutline.unknown(column)))
            : changed(columns, each -> each.equals(known), change);
  }

  /** A list with one more at its end. */
  static <T> List<T> with(List<T> list, T one) {
    List<T> longer = new ArrayList<>(list.size() + 1);
    longer.addAll(list);
    longer.add(one);
    return List.copyOf(longer);
  }

  /** A list without those that a test picks; the same one where it picks none. */
  static <T> List<T> without(List<T> list, Predicate<? super T> gone) {
    return list.stream().anyMatch(gone) ? list.stream().filter(gone.negate()).toList() : list;
  }

  /** A list with those changed that a test picks; the same one where it picks none. */
  static <T> List<T> changed(List<T> list, Predicate<? super T> picked, UnaryOperator<T> change) {
    return list.stream().anyMatch(picked)
        ? list.stream().map(each -> picked.test(each) ? change.apply(each) : each).toList()
        : list;
  }
}
