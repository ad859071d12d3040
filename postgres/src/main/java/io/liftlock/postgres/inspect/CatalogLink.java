package io.liftlock.postgres.inspect;

import java.util.List;
import java.util.function.Consumer;

/** What the readers need of a connection. */
public interface CatalogLink {

  /**
   * Runs queries in one read-only transaction with one snapshot and an empty search path, so that
   * the server writes every name with its schema.
   *
   * @param queries each a single SELECT without a semicolon
   * @param each is given the rows of each query, in order, as soon as they are there: the server is
   *     then at work on the next one
   * @throws io.liftlock.core.error.DatabaseError where the catalog cannot be read
   */
  void ask(List<String> queries, Consumer<Rows> each);
}
