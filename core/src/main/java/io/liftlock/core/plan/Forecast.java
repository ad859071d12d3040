package io.liftlock.core.plan;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a statement will do to relations that are there before it: what it locks, reads through and
 * writes anew. Relations that the same transaction has made are not in it: nobody else sees them.
 *
 * @param locks the strongest lock on each relation, sorted by relation; never two for one
 * @param scanned the tables whose rows are all read while the locks are held
 * @param rewritten the tables and indexes that are written anew
 * @param failure why it will fail, where that can be told
 * @param unknown what keeps this from being the whole truth, as sentences without full stops: a
 *     table that no migration makes, SQL made at run time
 */
public record Forecast(
    List<ExpectedLock> locks,
    SortedSet<RelationName> scanned,
    SortedSet<RelationName> rewritten,
    Optional<Failure> failure,
    List<String> unknown) {

  /** A statement that touches nothing that others see. */
  public static final Forecast NOTHING =
      new Forecast(List.of(), new TreeSet<>(), new TreeSet<>(), Optional.empty(), List.of());

  /**
   * Why a statement will fail.
   *
   * @param sqlState the SQLSTATE
   * @param why as a sentence without a full stop
   */
  public record Failure(String sqlState, String why) {}

  /** Copies what it is given. */
  public Forecast {
    locks = List.copyOf(locks);
    scanned = Collections.unmodifiableSortedSet(new TreeSet<>(scanned));
    rewritten = Collections.unmodifiableSortedSet(new TreeSet<>(rewritten));
    unknown = List.copyOf(unknown);
  }

  /** Whether anybody's reads or writes wait while it runs. */
  public boolean blocks() {
    return locks.stream().anyMatch(lock -> lock.mode().blocksWrites());
  }

  /** Whether it holds such a lock while it reads or writes all of a relation. */
  public boolean blocksForLong() {
    return blocks() && !(scanned.isEmpty() && rewritten.isEmpty());
  }

  /** What this and another command do together; the first failure counts. */
  public Forecast and(Forecast other) {
    Map<RelationName, LockMode> strongest = new TreeMap<>();
    locks.forEach(lock -> strongest.merge(lock.relation(), lock.mode(), LockMode::or));
    other.locks.forEach(lock -> strongest.merge(lock.relation(), lock.mode(), LockMode::or));
    SortedSet<RelationName> read = new TreeSet<>(scanned);
    read.addAll(other.scanned);
    SortedSet<RelationName> written = new TreeSet<>(rewritten);
    written.addAll(other.rewritten);
    List<String> open = new ArrayList<>(unknown);
    other.unknown.stream().filter(each -> !open.contains(each)).forEach(open::add);
    return new Forecast(
        strongest.entrySet().stream()
            .map(each -> new ExpectedLock(each.getKey(), each.getValue()))
            .toList(),
        read,
        written,
        failure.or(() -> other.failure),
        open);
  }

  /** The same without what happens to relations that a test picks. */
  public Forecast without(Predicate<RelationName> left) {
    if (locks.isEmpty() && scanned.isEmpty() && rewritten.isEmpty()) {
      return this;
    }
    return new Forecast(
        locks.stream().filter(lock -> !left.test(lock.relation())).toList(),
        kept(scanned, left),
        kept(rewritten, left),
        failure,
        unknown);
  }

  private static SortedSet<RelationName> kept(
      SortedSet<RelationName> names, Predicate<RelationName> left) {
    SortedSet<RelationName> kept = new TreeSet<>(names);
    kept.removeIf(left);
    return kept;
  }
}
