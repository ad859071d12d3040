package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names mean at one place of a query: those that WITH gives, and the tables of FROM. */
final class Scope {

  private final @Nullable Scope outer;
  private final Set<String> withNames = new HashSet<>();

  /** By alias; empty where what stands in FROM is no relation. */
  private final Map<String, Optional<RelationName>> from = new LinkedHashMap<>();

  private Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  /** Where no name means anything yet. */
  static Scope outermost() {
    return new Scope(null);
  }

  /** A query inside this one. */
  Scope within() {
    return new Scope(this);
  }

  /** From here on a name is that of a query in WITH. */
  void nameQuery(String name) {
    withNames.add(name);
  }

  /** From here on an alias means a relation, or something that is none. */
  void nameSource(String alias, Optional<RelationName> relation) {
    from.put(alias, relation);
  }

  /** Whether a name is that of a query in WITH, not of a relation. */
  boolean isQuery(RelationName name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (name.schema() == null && scope.withNames.contains(name.name())) {
        return true;
      }
    }
    return false;
  }

  /** The relations that stand in FROM here. */
  Collection<RelationName> relations() {
    return from.values().stream().flatMap(Optional::stream).toList();
  }

  /**
   * A column as a query names it.
   *
   * @param qualifier the alias or table before the dot; empty where there is none
   */
  ColumnName column(Optional<String> qualifier, String column) {
    return new ColumnName(qualifier.isPresent() ? owner(qualifier.get()) : soleRelation(), column);
  }

  private Optional<RelationName> owner(String qualifier) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Optional<RelationName> found = scope.from.get(qualifier);
      if (found != null) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The relation that a bare column must be of: the only one in sight. */
  private Optional<RelationName> soleRelation() {
    for (Scope scope = outer; scope != null; scope = scope.outer) {
      if (!scope.from.isEmpty()) {
        return Optional.empty();
      }
    }
    return from.size() == 1
        ? Objects.requireNonNull(from.values().iterator().next())
        : Optional.empty();
  }
}
