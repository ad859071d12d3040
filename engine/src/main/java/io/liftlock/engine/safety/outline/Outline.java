package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.RelationKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of a schema at a point of its history. Immutable. */
public final class Outline {

  private final Dialect dialect;
  private final String defaultSchema;
  private final Map<RelationName, TableOutline> tables;

  private Outline(Dialect dialect, String defaultSchema, Map<RelationName, TableOutline> tables) {
    this.dialect = dialect;
    this.defaultSchema = defaultSchema;
    this.tables = tables;
  }

  /** A database of which nothing is known yet. */
  public static Outline empty(Dialect dialect) {
    return new Outline(dialect, dialect == Dialect.SQLITE ? "main" : "public", new TreeMap<>());
  }

  /** A name with the schema that the search path gives it; SQLite's in lower case. */
  public RelationName resolve(RelationName name) {
    return name.in(defaultSchema);
  }

  /** What is known of a table, view or materialized view. */
  public Optional<TableOutline> table(RelationName name) {
    return Optional.ofNullable(tables.get(resolve(name)));
  }

  /** Everything known of tables and views. */
  public Collection<TableOutline> tables() {
    return tables.values();
  }

  /** The index of that name. */
  public Optional<IndexOutline> index(RelationName name) {
    RelationName resolved = resolve(name);
    return tables.values().stream()
        .flatMap(table -> table.indexes().stream())
        .filter(index -> index.name().equals(resolved))
        .findFirst();
  }

  /** The tables whose foreign keys refer to one. */
  public List<TableOutline> referencing(RelationName name) {
    RelationName resolved = resolve(name);
    return tables.values().stream()
        .filter(
            table ->
                table.constraints().stream()
                    .anyMatch(key -> key.references().filter(resolved::equals).isPresent()))
        .toList();
  }

  /** The partitions of a table, direct ones only. */
  public List<TableOutline> partitions(RelationName name) {
    RelationName resolved = resolve(name);
    return tables.values().stream()
        .filter(table -> table.partitionOf().filter(p -> p.parent().equals(resolved)).isPresent())
        .toList();
  }

  /** The tables that inherit from one, partitions not among them. */
  public List<TableOutline> children(RelationName name) {
    RelationName resolved = resolve(name);
    return tables.values().stream().filter(table -> table.inherits().contains(resolved)).toList();
  }

  /** The views and materialized views that read a relation. */
  public List<TableOutline> views(RelationName name) {
    RelationName resolved = resolve(name);
    return tables.values().stream()
        .filter(
            table ->
                (table.kind() == RelationKind.VIEW
                        || table.kind() == RelationKind.MATERIALIZED_VIEW)
                    && table.uses().contains(resolved))
        .toList();
  }

  /** The schema behind a command. */
  public Outline after(Command command) {
    return new Outline(dialect, defaultSchema, tables);
  }
}
