package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Query;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmtContext;

/** Reads queries: what they read, lock, call and filter by. */
final class Queries {

  private Queries() {}

  /** What a query reads and does. */
  static Query of(Select_stmtContext node, Source source) {
    return of(node, source, Scope.outermost());
  }

  /** The same inside another command, whose WITH names some queries. */
  static Query of(Select_stmtContext node, Source source, Scope scope) {
    Harvest harvest = new Harvest(source);
    harvest.select(node, scope);
    return harvest.query();
  }
}
