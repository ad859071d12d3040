package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code CREATE TABLE}, {@code CREATE TABLE … AS}, {@code CREATE TABLE … PARTITION OF}, {@code
 * SELECT … INTO} and {@code CREATE FOREIGN TABLE}.
 *
 * @param name what is made
 * @param ifNotExists whether it does nothing where the table is there
 * @param persistence who sees it, and what it survives
 * @param columns its own columns, in order
 * @param constraints those of the table as a whole; those of columns stand with them
 * @param like the tables whose shape it copies with LIKE
 * @param inherits the tables that it inherits from
 * @param partitionKey how it is divided, where it is partitioned
 * @param partitionOf which part of what it is, where it is a partition
 * @param query what fills it: CREATE TABLE AS, SELECT INTO
 * @param options storage parameters by name; SQLite's STRICT and WITHOUT ROWID as {@code strict}
 *     and {@code without rowid}
 * @param foreign whether it is a foreign table
 */
public record CreateTable(
    RelationName name,
    boolean ifNotExists,
    Persistence persistence,
    List<ColumnDefinition> columns,
    List<ConstraintDefinition> constraints,
    List<RelationName> like,
    List<RelationName> inherits,
    Optional<PartitionKey> partitionKey,
    Optional<Partition> partitionOf,
    Optional<Query> query,
    Map<String, String> options,
    boolean foreign)
    implements Command {
  /** Copies what it is given. */
  public CreateTable {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    like = List.copyOf(like);
    inherits = List.copyOf(inherits);
    options = Map.copyOf(options);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.createTable(this);
  }
}
