package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.PartitionKey;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.core.syntax.RelationKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
 * @param triggers the names of its triggers
 * @param triggerFunctions the functions they call, as written
 * @param policies the names of its policies
 * @param rowSecurity whether row level security is on
 * @param replicaIdentity {@code default}, {@code full}, {@code nothing} or an index's name
 * @param options storage parameters by name; SQLite's {@code strict}, {@code without rowid}
 * @param uses for a view: the relations it reads, with their schemas
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
    Set<String> triggers,
    Set<String> triggerFunctions,
    Set<String> policies,
    boolean rowSecurity,
    String replicaIdentity,
    Set<String> options,
    Set<RelationName> uses,
    boolean complete) {

  /** Copies what it is given. */
  public TableOutline {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    inherits = List.copyOf(inherits);
    triggers = Set.copyOf(triggers);
    triggerFunctions = Set.copyOf(triggerFunctions);
    policies = Set.copyOf(policies);
    options = Set.copyOf(options);
    uses = Set.copyOf(uses);
  }

  /** The column of that name. */
  public Optional<ColumnOutline> column(String column) {
    return columns.stream().filter(each -> each.name().equals(column)).findFirst();
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

  /** Whether it is divided into partitions. */
  public boolean isPartitioned() {
    return partitionKey.isPresent();
  }
}
