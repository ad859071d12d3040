package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code INSERT}, {@code UPDATE}, {@code DELETE}, {@code MERGE}, SQLite's {@code REPLACE}.
 *
 * @param kind which of them
 * @param table whose rows are written
 * @param where which rows; empty where all of them
 * @param assignments what UPDATE sets, by column
 * @param columns the columns that INSERT names
 * @param source the query that feeds it; empty for VALUES of literals and for DELETE without USING
 * @param conflict what ON CONFLICT names
 * @param writes what its WITH clauses write
 */
public record Write(
    Kind kind,
    RelationName table,
    Optional<Expression> where,
    Map<String, Expression> assignments,
    List<String> columns,
    Optional<Query> source,
    Optional<ConflictTarget> conflict,
    List<Write> writes)
    implements Command {
  /** Copies what it is given. */
  public Write {
    assignments = Map.copyOf(assignments);
    columns = List.copyOf(columns);
    writes = List.copyOf(writes);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.write(this);
  }

  /** Which kind it is. */
  public enum Kind {
    INSERT,
    /** SQLite's REPLACE and INSERT OR REPLACE. */
    REPLACE,
    UPDATE,
    DELETE,
    MERGE
  }
}
