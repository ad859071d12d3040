package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.PartitionKey;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.core.syntax.RelationKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of a table, view or materialized view.
 *
 * @param name with its schema
 * @param kind what it is
 * @param persistence who sees it
 * @param columns in order; empty for a view
 * @param constraints in the order they were made
 * @param indexes in the order they were made, those of constraints included
 * @param partitionKey how it is divided, where it is partitioned
 * @param partitionOf which part of what it is, where it is a partition
 * @param inherits what it inherits from, with schemas
 * @param triggers in the order they were made
 * @param policies in the order they were made
 * @param rules the names of its rewrite rules, that of a view not among them
 * @param rowSecurity whether row level security is on
 * @param replicaIdentity {@code default}, {@code full}, {@code nothing} or an index's name
 * @param options storage parameters by name; SQLite's {@code strict}, {@code without rowid}
 * @param uses for a view: the relations it reads, with their schemas
 * @param usedColumns for a view: the columns of those relations that it is known to stand on
 * @param complete false where only its name, or a part of its columns, is known
 */
public record TableOutline(
    RelationName name,
    RelationKind kind,
    Persistence persistence,
    List<ColumnOutline> columns,
    List<ConstraintOutline> constraints,
    List<IndexOutline> indexes,
    Optional<PartitionKey> partitionKey,
    Optional<PartitionOutline> partitionOf,
    List<RelationName> inherits,
    List<TriggerOutline> triggers,
    List<PolicyOutline> policies,
    Set<String> rules,
    boolean rowSecurity,
    String replicaIdentity,
    Set<String> options,
    Set<RelationName> uses,
    Set<ColumnName> usedColumns,
    boolean complete) {

  /** Copies what it is given. */
  public TableOutline {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    inherits = List.copyOf(inherits);
    triggers = List.copyOf(triggers);
    policies = List.copyOf(policies);
    rules = Set.copyOf(rules);
    options = Set.copyOf(options);
    uses = Set.copyOf(uses);
    usedColumns = Set.copyOf(usedColumns);
  }

  /** The column of that name; where there is none, one that differs in nothing but its case. */
  public Optional<ColumnOutline> column(String column) {
    return columns.stream()
        .filter(each -> each.name().equals(column))
        .findFirst()
        .or(
            () ->
                columns.stream().filter(each -> each.name().equalsIgnoreCase(column)).findFirst());
  }

  /** The constraint of that name. */
  public Optional<ConstraintOutline> constraint(String constraint) {
    return constraints.stream().filter(each -> each.name().equals(constraint)).findFirst();
  }

  /** The constraints of a kind. */
  public List<ConstraintOutline> constraints(ConstraintDefinition.Kind kind) {
    return constraints.stream().filter(each -> each.kind() == kind).toList();
  }

  /** Its primary key. */
  public Optional<ConstraintOutline> primaryKey() {
    return constraints(ConstraintDefinition.Kind.PRIMARY_KEY).stream().findFirst();
  }

  /** Its index of that name. */
  public Optional<IndexOutline> index(String index) {
    return indexes.stream().filter(each -> each.name().name().equals(index)).findFirst();
  }

  /** The index that a constraint of that name stands on. */
  public Optional<IndexOutline> indexOf(String constraint) {
    return indexes.stream()
        .filter(each -> each.constraint().filter(constraint::equals).isPresent())
        .findFirst();
  }

  /** The trigger of that name. */
  public Optional<TriggerOutline> trigger(String trigger) {
    return triggers.stream().filter(each -> each.name().equals(trigger)).findFirst();
  }

  /** The functions that its triggers call, with schemas. */
  public Set<RelationName> triggerFunctions() {
    return triggers.stream()
        .flatMap(trigger -> trigger.function().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The policy of that name. */
  public Optional<PolicyOutline> policy(String policy) {
    return policies.stream().filter(each -> each.name().equals(policy)).findFirst();
  }

  /** Whether it is a view or a materialized view. */
  public boolean isView() {
    return kind == RelationKind.VIEW || kind == RelationKind.MATERIALIZED_VIEW;
  }

  /** Whether it is divided into partitions. */
  public boolean isPartitioned() {
    return partitionKey.isPresent();
  }
}
