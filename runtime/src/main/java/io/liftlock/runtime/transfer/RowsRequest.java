package io.liftlock.runtime.transfer;

import io.liftlock.core.transfer.Rate;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a person wants to be compared, and how.
 *
 * @param a the first: a database's configured name or a URL
 * @param b the second, likewise
 * @param scope schemas, rows or both
 * @param mapping what has another name in B
 * @param jobs how many readers each side is read by; 0: chosen
 * @param sample which part of the rows is looked at, above 0; 1 for all of them
 * @param limit how much of each side may be read in a second
 * @param listed how many differences are listed for each table
 * @param hashing with one hash, or two independent ones
 * @param changing what to do with rows that differ
 * @param repair takes the statements that would make B equal A; empty where nobody wants them
 */
public record RowsRequest(
    String a,
    String b,
    Scope scope,
    TransferMapping mapping,
    int jobs,
    double sample,
    Rate limit,
    int listed,
    Hashing hashing,
    Changing changing,
    Optional<Consumer<String>> repair) {

  /** What is compared. */
  public enum Scope {
    SCHEMA_AND_ROWS,
    SCHEMA,
    ROWS
  }

  /** How sure one is to be. */
  public enum Hashing {
    /** One hash of each row. */
    ONCE,
    /** Two hashes with different seeds. */
    TWICE
  }

  /** What to do with rows that differ. */
  public enum Changing {
    /** Report them: nobody writes. */
    REPORT,
    /** Look at them once more at later points, since somebody writes. */
    RECHECK
  }

  /** Everything of both, told with ten differences for each table. */
  public static RowsRequest between(String a, String b) {
    return new RowsRequest(
        a,
        b,
        Scope.SCHEMA_AND_ROWS,
        TransferMapping.NONE,
        0,
        1,
        Rate.UNLIMITED,
        10,
        Hashing.ONCE,
        Changing.REPORT,
        Optional.empty());
  }

  /** The same, handing out the statements that would make B equal A. */
  public RowsRequest repairing(Consumer<String> taker) {
    return new RowsRequest(
        a, b, scope, mapping, jobs, sample, limit, listed, hashing, changing, Optional.of(taker));
  }
}
