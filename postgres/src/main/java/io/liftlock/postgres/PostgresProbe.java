package io.liftlock.postgres;

import io.liftlock.core.database.Evidence;
import io.liftlock.core.database.StatementProbe;
import io.liftlock.core.sql.Statement;

/** Looks into the catalog whether a statement has taken effect. */
final class PostgresProbe implements StatementProbe {

  private final Link link;

  PostgresProbe(Link link) {
    this.link = link;
  }

  @Override
  public Evidence probe(Statement statement) {
    return link.isClosed()
        ? Evidence.cannotTell("the connection is gone")
        : Evidence.cannotTell("the catalog does not show what this kind of statement did");
  }
}
