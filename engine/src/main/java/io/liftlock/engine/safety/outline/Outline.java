package io.liftlock.engine.safety.outline;

import io.liftlock.core.schema.Schema;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of a schema at a point of its history. Immutable; the outline behind a command
 * shares with the one before it what the command does not change. Names are taken as commands write
 * them, with or without schema; those that outlines tell have their schema.
 */
public final class Outline {

  private final Dialect dialect;
  private final SearchPath path;
  private final Holdings holdings;

  private Outline(Dialect dialect, SearchPath path, Holdings holdings) {
    this.dialect = dialect;
    this.path = path;
    this.holdings = holdings;
  }

  /** A database of which nothing is known yet. */
  public static Outline empty(Dialect dialect) {
    return new Outline(dialect, SearchPath.usual(dialect), Holdings.NONE);
  }

  /**
   * What a live database's schema tells.
   *
   * @param schema the schema
   * @param expressions reads an expression's text
   */
  public static Outline of(Schema schema, Function<String, Expression> expressions) {
    return new LiveOutline(schema, expressions).draw();
  }

  /** What it is written in. */
  public Dialect dialect() {
    return dialect;
  }

  /** The schemas in which names without one are looked for, in order; never empty. */
  public List<String> searchPath() {
    return path.schemas();
  }

  /**
   * A name with its schema: that of the first schema of the search path that has something of that
   * name, else the path's first, where it would be made. SQLite's in lower case.
   */
  public RelationName resolve(RelationName name) {
    if (dialect == Dialect.SQLITE) {
      RelationName full = name.in(path.first());
      return new RelationName(
          full.schema() == null ? null : full.schema().toLowerCase(Locale.ROOT),
          full.name().toLowerCase(Locale.ROOT));
    }
    if (name.schema() != null) {
      return name;
    }
    if (holdings.temporary()) {
      RelationName own = name.in(SearchPath.TEMPORARY);
      if (holdings.hasRelation(own)) {
        return own;
      }
    }
    if (path.schemas().size() > 1 || name.name().startsWith("pg_")) {
      for (String schema : path.schemas()) {
        RelationName there = name.in(schema);
        if (holdings.knows(there)) {
          return there;
        }
      }
    }
    return name.in(name.name().startsWith("pg_") ? "pg_catalog" : path.first());
  }

  /** The name of something that is about to be made. */
  RelationName resolveNew(RelationName name, boolean temporary) {
    return temporary && name.schema() == null
        ? resolveIn(name, dialect == Dialect.SQLITE ? "temp" : SearchPath.TEMPORARY)
        : resolveIn(name, path.first());
  }

  private RelationName resolveIn(RelationName name, String schema) {
    RelationName full = name.in(schema);
    return dialect == Dialect.SQLITE ? resolve(full) : full;
  }

  /** What is known of a table, view or materialized view. */
  public Optional<TableOutline> table(RelationName name) {
    return holdings.relations().table(resolve(name));
  }

  /** Everything known of tables and views, sorted by name. */
  public Collection<TableOutline> tables() {
    return holdings.relations().all();
  }

  /** The index of that name. */
  public Optional<IndexOutline> index(RelationName name) {
    return holdings.relations().index(resolve(name));
  }

  /** The tables whose foreign keys refer to one. */
  public List<TableOutline> referencing(RelationName name) {
    RelationName resolved = resolve(name);
    return holdings.relations().mentioning(resolved).stream()
        .filter(
            table ->
                table.constraints().stream()
                    .anyMatch(key -> key.references().filter(resolved::equals).isPresent()))
        .toList();
  }

  /** The partitions of a table, direct ones only. */
  public List<TableOutline> partitions(RelationName name) {
    RelationName resolved = resolve(name);
    return holdings.relations().mentioning(resolved).stream()
        .filter(table -> table.partitionOf().filter(p -> p.parent().equals(resolved)).isPresent())
        .toList();
  }

  /** The tables that inherit from one, partitions not among them. */
  public List<TableOutline> children(RelationName name) {
    RelationName resolved = resolve(name);
    return holdings.relations().mentioning(resolved).stream()
        .filter(table -> table.inherits().contains(resolved))
        .toList();
  }

  /** The partitions and children of a table, theirs too, each once, parents before children. */
  public List<TableOutline> descendants(RelationName name) {
    List<TableOutline> found = new ArrayList<>();
    List<RelationName> open = new ArrayList<>(List.of(resolve(name)));
    for (int i = 0; i < open.size(); i++) {
      List<TableOutline> next = new ArrayList<>(partitions(open.get(i)));
      next.addAll(children(open.get(i)));
      for (TableOutline table : next) {
        if (!open.contains(table.name())) {
          open.add(table.name());
          found.add(table);
        }
      }
    }
    return found;
  }

  /** The views and materialized views that read a relation, themselves, not by another view. */
  public List<TableOutline> views(RelationName name) {
    RelationName resolved = resolve(name);
    return holdings.relations().mentioning(resolved).stream()
        .filter(table -> table.isView() && table.uses().contains(resolved))
        .toList();
  }

  /** The sequence of that name. */
  public Optional<SequenceOutline> sequence(RelationName name) {
    return holdings.sequences().get(resolve(name));
  }

  /** Every sequence, sorted by name. */
  public List<SequenceOutline> sequences() {
    return holdings.sequences().values();
  }

  /** The sequences that go with the columns of a table. */
  public List<SequenceOutline> sequencesOf(RelationName table) {
    RelationName resolved = resolve(table);
    return holdings.sequences().values().stream()
        .filter(
            sequence ->
                sequence
                    .ownedBy()
                    .flatMap(ColumnName::relation)
                    .filter(resolved::equals)
                    .isPresent())
        .toList();
  }

  /** The enum, composite, range or base type of that name. */
  public Optional<TypeOutline> type(RelationName name) {
    return holdings.types().get(resolve(name));
  }

  /** The domain of that name. */
  public Optional<DomainOutline> domain(RelationName name) {
    return holdings.domains().get(resolve(name));
  }

  /** Every domain, sorted by name. */
  public List<DomainOutline> domains() {
    return holdings.domains().values();
  }

  /** The domain that a column's type is, where it is one. */
  public Optional<DomainOutline> domain(TypeName type) {
    return type.array() || holdings.domains().isEmpty()
        ? Optional.empty()
        : domain(TypeNames.named(type));
  }

  /** The enum, composite, range or base type that a column's type is, where it is known. */
  public Optional<TypeOutline> type(TypeName type) {
    return holdings.types().isEmpty() ? Optional.empty() : type(TypeNames.named(type));
  }

  /** The columns whose type is that type or domain, or an array of it. */
  public List<ColumnName> columnsOf(RelationName typeOrDomain) {
    RelationName resolved = resolve(typeOrDomain);
    List<ColumnName> found = new ArrayList<>();
    for (TableOutline table : tables()) {
      for (ColumnOutline column : table.columns()) {
        if (column.isTyped()
            && column.type().name().endsWith(resolved.name())
            && resolve(TypeNames.named(column.type())).equals(resolved)) {
          found.add(new ColumnName(Optional.of(table.name()), column.name()));
        }
      }
    }
    return found;
  }

  /** The functions and procedures of that name. */
  public List<RoutineOutline> routines(RelationName name) {
    return holdings.routines().get(resolve(name)).orElse(List.of());
  }

  /** Every function and procedure, sorted by name. */
  public List<RoutineOutline> routines() {
    return holdings.routines().values().stream().flatMap(List::stream).toList();
  }

  /** Every publication, sorted by name. */
  public List<PublicationOutline> publications() {
    return holdings.publications().values();
  }

  /**
   * The schema behind a command, without what its body does, where it has one: that is folded
   * command by command. Commands that would fail are taken to have done what they say.
   */
  public Outline after(Command command) {
    return command.match(new Fold(new Drawing(this)));
  }

  /** The same schema in a session that has set nothing yet. */
  public Outline inNewSession() {
    return with(SearchPath.usual(dialect));
  }

  Holdings holdings() {
    return holdings;
  }

  Outline with(Holdings other) {
    return new Outline(dialect, path, other);
  }

  Outline with(SearchPath other) {
    return new Outline(dialect, other, holdings);
  }
}
