package io.liftlock.sqlite.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Call;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was met while a statement was read. */
final class Gathered {

  /**
   * A column as an expression names it.
   *
   * @param qualifier the alias or table before the dot; empty where there is none
   * @param name the column
   */
  record Reference(String qualifier, String name) {}

  final Set<RelationName> reads = new LinkedHashSet<>();
  final List<Call> calls = new ArrayList<>();
  final List<Reference> columns = new ArrayList<>();
  final Set<ColumnName> filters = new LinkedHashSet<>();
  int queries;
  boolean star;
  boolean limited;

  /** Whether a relation is read or a function called. */
  boolean isActive() {
    return !reads.isEmpty() || !calls.isEmpty();
  }

  /** All of it as a query. */
  Query query() {
    return new Query(reads, false, List.of(), calls, filters, filters, star, limited);
  }
}
