package io.liftlock.postgres.inspect;

import java.util.List;

/** Reads the objects of a few kinds. */
interface CatalogReader {

  /** What to ask, each a single SELECT without a semicolon. */
  List<String> queries(Scope scope);

  /** Puts what the server answered, in the order of the queries, into the inventory. */
  void read(List<Rows> answers, Inventory inventory);
}
