package io.liftlock.postgres.transfer;

import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.sql.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * The search path that the role's sessions have by default. What liftlock says itself needs none;
 * but functions that people wrote are called while rows are loaded, indexed and checked, and those
 * that name a table or another function without its schema find it only so. (PostgreSQL 17 and
 * newer give functions of indexes and materialized views a path of their own.)
 */
final class DefaultPath {

  private final Link link;
  private @Nullable String path;

  DefaultPath(Link link) {
    this.link = link;
  }

  /** A query after which it is in force until the transaction ends. */
  String forTransaction() {
    String found = path;
    if (found == null) {
      found =
          Exchange.ask(
                  link,
                  "the default search path cannot be read",
                  "SELECT s.reset_val FROM pg_catalog.pg_settings s WHERE s.name = 'search_path'")
              .required(0, 0);
      path = found;
    }
    // First, as it is where a path does not name it, so that what the server prints without a
    // schema is never found elsewhere.
    return "SELECT pg_catalog.set_config('search_path', "
        + Quoted.literal(found.isBlank() ? "pg_catalog" : "pg_catalog, " + found)
        + ", true)";
  }
}
