package io.liftlock.engine.transfer.compare;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How rows are compared.
 *
 * @param database the name that events tell
 * @param jobs how many readers each side is read by; not more than its read point was opened for
 * @param sample which part of the rows is looked at, above 0; 1 for all of them
 * @param maxBytesPerSecond how much of each side is read in a second at most; 0: no limit
 * @param certificate whether two independent hashes of the rows' text must both agree
 * @param listed how many differences are listed for each table
 * @param recheck whether rows that differ are looked at once more, at new points, before they are
 *     reported; for databases that are written to. Needs {@link FreshPoints}
 * @param repair takes the statements that would make B equal A, one by one and ready to be run in
 *     this order: what is to be changed at the points that were read first; null: nobody wants them
 */
public record CompareOptions(
    String database,
    int jobs,
    double sample,
    long maxBytesPerSecond,
    boolean certificate,
    int listed,
    boolean recheck,
    @Nullable Consumer<String> repair) {

  /** Everything, with two readers for each side; ten differences are listed for each table. */
  public static final CompareOptions DEFAULTS =
      new CompareOptions("", 2, 1, 0, false, 10, false, null);

  /** Checks the numbers. */
  public CompareOptions {
    if (jobs < 1 || !(sample > 0 && sample <= 1) || maxBytesPerSecond < 0 || listed < 0) {
      throw new IllegalArgumentException("options out of range");
    }
  }

  /** Under another name in events. */
  public CompareOptions named(String name) {
    return new CompareOptions(
        name, jobs, sample, maxBytesPerSecond, certificate, listed, recheck, repair);
  }

  /** With that many readers for each side. */
  public CompareOptions withJobs(int count) {
    return new CompareOptions(
        database, count, sample, maxBytesPerSecond, certificate, listed, recheck, repair);
  }

  /** Looking at a part of the rows. */
  public CompareOptions withSample(double part) {
    return new CompareOptions(
        database, jobs, part, maxBytesPerSecond, certificate, listed, recheck, repair);
  }

  /** Not faster than that. */
  public CompareOptions withMaxBytesPerSecond(long bytes) {
    return new CompareOptions(database, jobs, sample, bytes, certificate, listed, recheck, repair);
  }

  /** With two independent hashes. */
  public CompareOptions withCertificate() {
    return new CompareOptions(
        database, jobs, sample, maxBytesPerSecond, true, listed, recheck, repair);
  }

  /** Listing that many differences for each table. */
  public CompareOptions withListed(int count) {
    return new CompareOptions(
        database, jobs, sample, maxBytesPerSecond, certificate, count, recheck, repair);
  }

  /** Looking at rows that differ once more. */
  public CompareOptions withRecheck() {
    return new CompareOptions(
        database, jobs, sample, maxBytesPerSecond, certificate, listed, true, repair);
  }

  /** Handing out the statements that would make B equal A. */
  public CompareOptions withRepair(Consumer<String> statements) {
    return new CompareOptions(
        database, jobs, sample, maxBytesPerSecond, certificate, listed, recheck, statements);
  }
}
