package io.liftlock.core.report;

import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.sql.RelationName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a statement really did when it was run on a scratch copy.
 *
 * @param place where it stands
 * @param statement its first line, secrets masked
 * @param locks the locks it took on relations that were there before its transaction, those of
 *     dropped ones included; what the transaction held already, or more strongly, is not repeated;
 *     of indexes only what reading and writing does not take; sorted by relation
 * @param rewritten the tables and indexes that have other files now
 * @param scanned the tables read from their first row to the last
 * @param rows how many rows it wrote, or -1 where that has no meaning
 * @param walBytes how much it wrote ahead, or -1 where the server keeps no such log
 * @param startMs when it began, in milliseconds since the trace began
 * @param durationMs how long it took, in milliseconds
 * @param failure why it failed, where it did
 * @param sqlState the SQLSTATE of the failure
 */
public record StatementTrace(
    Place place,
    String statement,
    List<ObservedLock> locks,
    SortedSet<RelationName> rewritten,
    SortedSet<RelationName> scanned,
    long rows,
    long walBytes,
    long startMs,
    long durationMs,
    Optional<Problem> failure,
    Optional<String> sqlState) {

  /** Copies the locks. */
  public StatementTrace {
    locks = List.copyOf(locks);
  }
}
