package io.liftlock.core.report;

import io.liftlock.core.error.Problem;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comparing one table gave.
 *
 * @param tableA the table in A
 * @param tableB the table in B
 * @param rowsA how many rows A has; -1 where they were not counted
 * @param rowsB how many rows B has; -1 where they were not counted
 * @param state equal, different, or not known; a sample is never equal
 * @param differences rows that differ, as many as were asked for
 * @param more whether there are more of them than listed
 * @param problem why it is not known; null otherwise
 * @param durationMs how long it took
 * @param digests what both hash to, one digest for each seed; empty where they are not equal
 */
public record TableComparison(
    ObjectId tableA,
    ObjectId tableB,
    long rowsA,
    long rowsB,
    State state,
    List<RowDifference> differences,
    boolean more,
    @Nullable Problem problem,
    long durationMs,
    List<Digest> digests) {

  /** What is known. */
  public enum State {
    EQUAL,
    DIFFERENT,
    /** A sample was looked at, and nothing differs in it. */
    SAMPLED,
    UNKNOWN;

    /** The word in reports. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Copies the lists. */
  public TableComparison {
    differences = List.copyOf(differences);
    digests = List.copyOf(digests);
  }

  /** One without digests. */
  public TableComparison(
      ObjectId tableA,
      ObjectId tableB,
      long rowsA,
      long rowsB,
      State state,
      List<RowDifference> differences,
      boolean more,
      @Nullable Problem problem,
      long durationMs) {
    this(tableA, tableB, rowsA, rowsB, state, differences, more, problem, durationMs, List.of());
  }

  /** The same, where both hash to that. */
  public TableComparison hashing(List<Digest> both) {
    return new TableComparison(
        tableA, tableB, rowsA, rowsB, state, differences, more, problem, durationMs, both);
  }
}
