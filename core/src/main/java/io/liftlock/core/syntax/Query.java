package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;
import java.util.Set;

/**
 * {@code SELECT}, {@code VALUES}, {@code TABLE}: reads.
 *
 * @param reads the relations read, without those that WITH names
 * @param locksRows whether FOR UPDATE or the like locks what it reads
 * @param writes what its WITH clauses write
 * @param calls the functions called
 * @param filters the columns that it filters, joins or sorts by, as far as the syntax tells whose
 *     they are
 * @param columns the columns that it names anywhere, those of its filters among them; {@code *} for
 *     all columns of a relation; the relation is empty where the syntax does not tell whose they
 *     are
 * @param star whether it asks for all columns of a relation
 * @param limited whether it has a LIMIT or FETCH
 */
public record Query(
    Set<RelationName> reads,
    boolean locksRows,
    List<Write> writes,
    List<Call> calls,
    Set<ColumnName> filters,
    Set<ColumnName> columns,
    boolean star,
    boolean limited)
    implements Command {
  /** Copies what it is given. */
  public Query {
    reads = Set.copyOf(reads);
    writes = List.copyOf(writes);
    calls = List.copyOf(calls);
    filters = Set.copyOf(filters);
    columns = Set.copyOf(columns);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.query(this);
  }
}
