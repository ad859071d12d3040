package io.liftlock.sqlite.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.sqlite.sql.Folded;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names mean at one place of a query: those that WITH gives, and the tables of FROM. */
final class Names {

  private final @Nullable Names outer;
  private final Set<String> queries = new HashSet<>();
  private final Map<String, Optional<RelationName>> sources = new HashMap<>();

  Names(@Nullable Names outer) {
    this.outer = outer;
  }

  void query(String name) {
    queries.add(Folded.name(name));
  }

  void source(String alias, Optional<RelationName> relation) {
    sources.put(Folded.name(alias), relation);
  }

  /** Whether a name is that of a query in WITH, not of a relation. */
  boolean isQuery(RelationName name) {
    for (Names names = this; names != null; names = names.outer) {
      if (name.schema() == null && names.queries.contains(Folded.name(name.name()))) {
        return true;
      }
    }
    return false;
  }

  /** A column as it is named here, with its relation where that is beyond doubt. */
  ColumnName column(Gathered.Reference reference) {
    return new ColumnName(
        reference.qualifier().isEmpty() ? sole() : owner(reference.qualifier()), reference.name());
  }

  private Optional<RelationName> owner(String qualifier) {
    for (Names names = this; names != null; names = names.outer) {
      Optional<RelationName> found = names.sources.get(Folded.name(qualifier));
      if (found != null) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<RelationName> sole() {
    for (Names names = outer; names != null; names = names.outer) {
      if (!names.sources.isEmpty()) {
        return Optional.empty();
      }
    }
    return sources.size() == 1 ? sources.values().iterator().next() : Optional.empty();
  }
}
