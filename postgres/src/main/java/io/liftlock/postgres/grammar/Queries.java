package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Query;
import java.util.List;
import java.util.Set;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmtContext;

/** Reads queries. */
final class Queries {

  private Queries() {}

  /** What a query reads. */
  static Query of(Select_stmtContext node, Source source) {
    return new Query(Set.of(), false, List.of(), List.of(), Set.of(), false, false);
  }
}
