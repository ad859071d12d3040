package io.liftlock.postgres.inspect;

import java.util.List;

/** What the readers need of a connection. */
public interface CatalogLink {

  /**
   * Runs queries in one read-only transaction with one snapshot and an empty search path, so that
   * the server writes every name with its schema.
   *
   * @param queries each a single SELECT without a semicolon
   * @return the rows of each, in order
   * @throws io.liftlock.core.error.DatabaseError where the catalog cannot be read
   */
  List<Rows> ask(List<String> queries);
}
